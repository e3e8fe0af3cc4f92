package io.pickglass.benchmarks.work;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What some threads have used so far. Their processor time instead of the time on the wall: then
 * other programs on the machine disturb less, and any number of threads on any number of processors
 * compares.
 */
record Used(long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The threads. */
  record By(long... ids) {
    static By threads(List<Thread> threads) {
      return new By(threads.stream().mapToLong(Thread::threadId).toArray());
    }

    /** Those that carry virtual threads now. */
    static By carriers() {
      return threads(
          Arrays.stream(all())
              .filter(Objects::nonNull)
              .filter(thread -> thread.getClass().getSimpleName().equals("CarrierThread"))
              .toList());
    }

    private static Thread[] all() {
      ThreadGroup root = Thread.currentThread().getThreadGroup();
      while (root.getParent() != null) {
        root = root.getParent();
      }
      Thread[] threads = new Thread[2 * root.activeCount() + 16];
      root.enumerate(threads, true);
      return threads;
    }

    Used now() {
      return new Used(
          Arrays.stream(THREADS.getThreadCpuTime(ids)).sum(),
          Arrays.stream(THREADS.getThreadAllocatedBytes(ids)).sum());
    }
  }
}
