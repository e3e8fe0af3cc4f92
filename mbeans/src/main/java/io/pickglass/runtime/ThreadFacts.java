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
 * @param parks how often it has begun to wait for a notification or a permit, or to sleep
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

  /** The facts of those threads that live, all asked for at once. */
  static Map<Thread, ThreadFacts> of(List<Thread> threads) {
    Map<Thread, ThreadFacts> facts = new IdentityHashMap<>(threads.size());
    if (threads.isEmpty()) {
      return facts;
    }
    long[] ids = new long[threads.size()];
    Arrays.setAll(ids, i -> threads.get(i).threadId());
    // Without stack traces: this stops no thread.
    ThreadInfo[] infos = THREADS.getThreadInfo(ids);
    long[] cpu = EXTENDED == null ? unknown(ids) : EXTENDED.cpuNanos(ids);
    long[] allocated = EXTENDED == null ? unknown(ids) : EXTENDED.allocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      ThreadInfo info = infos[i];
      // Of a thread that has ended in between, one says null and the others -1.
      if (info != null
          && (cpu[i] >= 0 || cpu[i] == UNKNOWN)
          && (allocated[i] >= 0 || allocated[i] == UNKNOWN)) {
        facts.put(
            threads.get(i),
            new ThreadFacts(info.getThreadState(), info.getWaitedCount(), cpu[i], allocated[i]));
      }
    }
    return facts;
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
