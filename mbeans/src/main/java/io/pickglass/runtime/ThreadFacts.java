package io.pickglass.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM counts of a platform thread.
 *
 * @param state what it does
 * @param parks how often it has begun to wait for a notification or a permit, or to sleep; {@link
 *     #UNKNOWN} of a carrier that was not asked
 * @param cpuNanos its processor time; {@link #UNKNOWN} where the JVM does not know
 * @param allocatedBytes what it has allocated; {@link #UNKNOWN} where the JVM does not know
 */
record ThreadFacts(Thread.State state, long parks, long cpuNanos, long allocatedBytes) {
  /** What a JVM that does not count it says. */
  static final long UNKNOWN = Long.MIN_VALUE;

  // The JVM gives such numbers to threads in their order, and has never come so far.
  private static final long NOBODY = Long.MAX_VALUE;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  // Neither in every JVM nor in every image: to ask for many at once is the JDK's own extension.
  private static final @Nullable Extended EXTENDED = extendedOrNull();

  private static @Nullable Extended extendedOrNull() {
    try {
      return Extended.of(THREADS);
    } catch (LinkageError e) {
      return null;
    }
  }

  /**
   * The facts of those threads that live, all asked for at once.
   *
   * @param stopping whether all threads of the JVM may be stopped for a moment. Without that nobody
   *     can safely ask a carrier how often it has parked: the JVM (25.0.3) walks the stack of the
   *     carrier, which goes on meanwhile, and has been seen to crash there.
   */
  static Map<Thread, ThreadFacts> of(List<Thread> threads, boolean stopping) {
    Map<Thread, ThreadFacts> facts = new IdentityHashMap<>(threads.size());
    if (threads.isEmpty()) {
      return facts;
    }
    long[] ids = new long[threads.size()];
    Arrays.setAll(ids, i -> threads.get(i).threadId());
    @Nullable ThreadInfo[] infos = infos(threads, ids, stopping);
    long[] cpu = EXTENDED == null ? unknown(ids) : EXTENDED.cpuNanos(ids);
    long[] allocated = EXTENDED == null ? unknown(ids) : EXTENDED.allocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      Thread thread = threads.get(i);
      boolean lives = infos[i] != null || !stopping && isCarrier(thread) && thread.isAlive();
      // Of a thread that has ended in between, one says null and the others -1.
      if (lives
          && (cpu[i] >= 0 || cpu[i] == UNKNOWN)
          && (allocated[i] >= 0 || allocated[i] == UNKNOWN)) {
        facts.put(thread, of(thread, infos[i], cpu[i], allocated[i]));
      }
    }
    return facts;
  }

  private static ThreadFacts of(
      Thread thread, @Nullable ThreadInfo info, long cpuNanos, long allocatedBytes) {
    return info == null
        ? new ThreadFacts(thread.getState(), UNKNOWN, cpuNanos, allocatedBytes)
        : new ThreadFacts(info.getThreadState(), info.getWaitedCount(), cpuNanos, allocatedBytes);
  }

  private static @Nullable ThreadInfo[] infos(List<Thread> threads, long[] ids, boolean stopping) {
    // Without stack traces: this stops no thread.
    @Nullable ThreadInfo[] infos = THREADS.getThreadInfo(only(false, threads, ids));
    if (stopping) {
      // With the top of the stack, for which all threads are stopped.
      ThreadInfo[] ofCarriers = THREADS.getThreadInfo(only(true, threads, ids), 1);
      Arrays.setAll(infos, i -> infos[i] == null ? ofCarriers[i] : infos[i]);
    }
    return infos;
  }

  /** The numbers of carriers, or of all others, each in its place; elsewhere one of nobody. */
  private static long[] only(boolean carriers, List<Thread> threads, long[] ids) {
    long[] only = new long[ids.length];
    Arrays.setAll(only, i -> isCarrier(threads.get(i)) == carriers ? ids[i] : NOBODY);
    return only;
  }

  private static boolean isCarrier(Thread thread) {
    return thread.getClass().getName().equals(PlatformThreads.CARRIER);
  }

  private static long[] unknown(long[] ids) {
    long[] values = new long[ids.length];
    Arrays.fill(values, UNKNOWN);
    return values;
  }

  private record Extended(com.sun.management.ThreadMXBean threads) {
    static @Nullable Extended of(ThreadMXBean threads) {
      return threads instanceof com.sun.management.ThreadMXBean extended
          ? new Extended(extended)
          : null;
    }

    long[] cpuNanos(long[] ids) {
      return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
          ? threads.getThreadCpuTime(ids)
          : unknown(ids);
    }

    long[] allocatedBytes(long[] ids) {
      return threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled()
          ? threads.getThreadAllocatedBytes(ids)
          : unknown(ids);
    }
  }
}
