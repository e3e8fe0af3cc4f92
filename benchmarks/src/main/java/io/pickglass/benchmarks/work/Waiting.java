package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A program with so many tasks that wait. To each line it says its processor time. */
public final class Waiting {
  private Waiting() {}

  /** Runs it until the end of its input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Pickglass.start();
    TaskMonitor monitor = Pickglass.monitor("parked");
    int tasks = Integer.parseInt(args[0]);
    CountDownLatch begun = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      monitor.start(() -> {
        begun.countDown();
        LockSupport.park();
      });
    }
    begun.await();
    System.gc();
    System.out.println("ready");
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (questions.readLine() != null) {
      System.out.println(cpuNanos());
    }
    System.exit(0);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
