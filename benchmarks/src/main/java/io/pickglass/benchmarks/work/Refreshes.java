package io.pickglass.benchmarks.work;

import io.pickglass.repl.agents.Agents;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.TearDown;

/** What the console asks for at each interval: all numbers of all monitors, of another process. */
@BenchmarkMode(Mode.SingleShotTime)
public class Refreshes extends Alternating {
  private static final int MONITORS = 100;
  private static final int REFRESHES = 20;
  private static final List<String> NAMES =
      IntStream.range(0, MONITORS).mapToObj(i -> "monitor-" + i).toList();

  private final Map<String, Target> targets = new ConcurrentHashMap<>();
  private @Nullable ChildProcess process;
  private int jolokiaPort;
  private @Nullable Target target;

  @Override
  void begin(String variant) throws Exception {
    if (process == null) {
      jolokiaPort = freePort();
      process = ChildProcess.start(command());
      String line = process.read();
      while (!line.equals("ready")) {
        line = process.read();
      }
    }
    target = targets.computeIfAbsent(variant, this::connect);
  }

  private List<String> command() {
    Agents agents = new Agents(Path.of(System.getProperty("pickglass.home", ".")));
    List<String> command = new ArrayList<>(ChildProcess.classPath());
    command.addAll(
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            Agents.NO_DELAY,
            agents.quietJolokia(jolokiaPort).option(),
            Monitored.class.getName(),
            Integer.toString(MONITORS)));
    return command;
  }

  private Target connect(String variant) {
    String address =
        variant.equals("JOLOKIA")
            ? "http://127.0.0.1:" + jolokiaPort + "/jolokia"
            : Long.toString(Objects.requireNonNull(process).pid());
    return Connector.connect(Address.parse(address), () -> Duration.ofSeconds(10));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks for them. */
  @Benchmark
  public int refresh(Taken taken) {
    Target asked = Objects.requireNonNull(target);
    int answers = 0;
    long before = System.nanoTime();
    for (int i = 0; i < REFRESHES; i++) {
      answers += asked.cumulative(Subject.MONITOR, NAMES).size();
    }
    taken.nanos = (double) (System.nanoTime() - before) / REFRESHES;
    if (answers != MONITORS * REFRESHES) {
      throw new IllegalStateException("not all monitors have answered: " + answers);
    }
    return answers;
  }

  /** Ends the process. */
  @TearDown(Level.Trial)
  public void end() throws Exception {
    targets.values().forEach(Target::close);
    if (process != null) {
      process.close();
    }
  }
}
