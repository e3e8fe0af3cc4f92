package io.pickglass.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    long[] ids = ids(threads);
    Map<Long, ThreadInfo> infos = infos(threads, stopping);
    long[] cpu = EXTENDED == null ? unknown(ids) : EXTENDED.cpuNanos(ids);
    long[] allocated = EXTENDED == null ? unknown(ids) : EXTENDED.allocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      Thread thread = threads.get(i);
      ThreadInfo info = infos.get(ids[i]);
      boolean lives = info != null || !stopping && isCarrier(thread) && thread.isAlive();
      // Of a thread that has ended in between, one says nothing and the others -1.
      if (lives
          && (cpu[i] >= 0 || cpu[i] == UNKNOWN)
          && (allocated[i] >= 0 || allocated[i] == UNKNOWN)) {
        facts.put(thread, of(thread, info, cpu[i], allocated[i]));
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

  private static Map<Long, ThreadInfo> infos(List<Thread> threads, boolean stopping) {
    Map<Boolean, List<Thread>> byKind =
        threads.stream().collect(Collectors.partitioningBy(ThreadFacts::isCarrier));
    Map<Long, ThreadInfo> infos = new HashMap<>();
    // Without stack traces: this stops no thread.
    add(infos, THREADS.getThreadInfo(ids(byKind.getOrDefault(false, List.of()))));
    long[] carriers = ids(byKind.getOrDefault(true, List.of()));
    if (stopping && carriers.length > 0) {
      // With the top of the stack, for which all threads are stopped.
      add(infos, THREADS.getThreadInfo(carriers, 1));
    }
    return infos;
  }

  private static void add(Map<Long, ThreadInfo> infos, @Nullable ThreadInfo[] more) {
    for (ThreadInfo info : more) {
      if (info != null) {
        infos.put(info.getThreadId(), info);
      }
    }
  }

  private static boolean isCarrier(Thread thread) {
    return thread.getClass().getName().equals(PlatformThreads.CARRIER);
  }

  private static long[] ids(List<Thread> threads) {
    long[] ids = new long[threads.size()];
    Arrays.setAll(ids, i -> threads.get(i).threadId());
    return ids;
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
