package io.pickglass.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** On what it was measured, in a line. */
public final class Machine {
  private static final int CLOCK_READS = 2_000_000;

  private Machine() {}

  /** This machine, and what it takes to read its clock once. */
  public static String describe() {
    long memory =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return "%d × %s, %d GiB, %s %s, JDK %s; one clock read %.0f ns"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            Math.round(memory / (double) (1 << 30)),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            clockReadNanos());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("processor");
    } catch (IOException e) {
      return "processor";
    }
  }

  private static double clockReadNanos() {
    double[] rounds = new double[5];
    for (int round = 0; round < rounds.length; round++) {
      long start = System.nanoTime();
      long last = start;
      for (int i = 0; i < CLOCK_READS; i++) {
        last = System.nanoTime();
      }
      rounds[round] = (double) (last - start) / CLOCK_READS;
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }
}
