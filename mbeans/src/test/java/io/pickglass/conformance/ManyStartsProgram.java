package io.pickglass.conformance;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.util.concurrent.atomic.LongAdder;

/** Starts watched threads in one loop until all of it is compiled as one piece, and waits. */
final class ManyStartsProgram {
  private static final int ROUNDS = 5;
  private static final int THREADS = 100_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private ManyStartsProgram() {}

  public static void main(String[] args) throws InterruptedException {
    TaskMonitor monitor = Pickglass.monitor("many");
    long expected = 0;
    LongAdder ended = new LongAdder();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < THREADS; i++) {
        monitor.start(ended::increment);
      }
      expected += THREADS;
      await(ended, expected);
    }
    System.out.println("ended=" + ended.sum());
    System.out.println("instrumented=" + monitor.cumulative().get(TaskMetric.INSTRUMENTED_COUNT));
    Runtime.getRuntime().halt(0);
  }

  // No join: that would keep every thread, and the compiler from what it does without.
  private static void await(LongAdder ended, long expected) throws InterruptedException {
    long begun = System.nanoTime();
    while (ended.sum() < expected) {
      Thread.sleep(1);
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        System.out.println("ended=" + ended.sum());
        System.out.println("of=" + expected);
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
