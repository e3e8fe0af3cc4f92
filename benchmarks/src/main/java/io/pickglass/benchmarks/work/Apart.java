package io.pickglass.benchmarks.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same work in several processes, of which one at a time does something: the agent is an option
 * of a JVM, so its variants cannot take turns in one.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class Apart extends Alternating {
  /** What is done there: see {@link Windows}. */
  @Param("START")
  public String work = "";

  private final Map<String, ChildProcess> processes = new HashMap<>();
  private @Nullable ChildProcess now;

  /** Starts a process for each variant. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    for (String variant : variants.split(",", -1)) {
      processes.put(variant, ChildProcess.start(command(variant)));
    }
    for (ChildProcess process : processes.values()) {
      var _ = process.read();
    }
  }

  private List<String> command(String variant) {
    List<String> command = new ArrayList<>();
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    if (!work.equals(Delegate.POOL.name())) {
      command.add("-Djdk.virtualThreadScheduler.parallelism=1");
      command.add("-Djdk.virtualThreadScheduler.maxPoolSize=1");
    }
    if (variant.equals(Windows.AGENT)) {
      command.addAll(ChildProcess.agent());
    }
    command.addAll(ChildProcess.classPath());
    command.addAll(List.of(Windows.class.getName(), work, variant));
    return command;
  }

  @Override
  void begin(String variant) {
    now = Objects.requireNonNull(processes.get(variant));
  }

  /** Looks into one of them. */
  @Benchmark
  public void look(Window window) throws IOException {
    String[] answer = Objects.requireNonNull(now).ask(Integer.toString(millis)).split(" ", -1);
    window.nanos = Double.parseDouble(answer[0]);
    window.bytes = Double.parseDouble(answer[1]);
  }

  /** Ends all. */
  @TearDown(Level.Trial)
  public void close() throws IOException, InterruptedException {
    for (ChildProcess process : processes.values()) {
      process.close();
    }
  }
}
