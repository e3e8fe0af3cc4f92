package io.pickglass.benchmarks.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** Starts a JVM for a program that does nothing. */
@BenchmarkMode(Mode.SingleShotTime)
public class StartUps extends Alternating {
  private List<String> command = List.of();

  @Override
  void begin(String variant) throws IOException {
    List<String> all = new ArrayList<>();
    switch (variant) {
      case Windows.AGENT -> all.addAll(ChildProcess.agent());
      case "EMPTY" -> all.add("-javaagent:" + EmptyAgent.jar());
      default -> {
        // No agent.
      }
    }
    all.addAll(ChildProcess.classPathWithoutLibrary());
    all.addAll(List.of(Idle.class.getName(), Idle.BRIEFLY));
    command = List.copyOf(all);
  }

  /** From the order to start it until it is at the end of its main method. */
  @Benchmark
  public void start(Taken taken) throws IOException, InterruptedException {
    long before = System.nanoTime();
    try (ChildProcess child = ChildProcess.start(command)) {
      var _ = child.read();
      taken.nanos = System.nanoTime() - before;
    }
  }
}
