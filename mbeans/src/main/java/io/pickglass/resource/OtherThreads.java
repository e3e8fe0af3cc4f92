package io.pickglass.resource;

import io.pickglass.jdk.PoolAccess;
import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.monitor.LiveTasks.Member;
import io.pickglass.monitor.PollSite;
import io.pickglass.monitor.PollSites;
import io.pickglass.monitor.Polled;
import io.pickglass.runtime.PlatformThreads;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads: all but the JVM's and ours, and but those of pools that have nothing to do.
 */
final class OtherThreads {
  private static final String SYSTEM = "system";
  private static final String INNOCUOUS = "jdk.internal.misc.InnocuousThread";
  private static final String TIMER = "java.util.concurrent.DelayScheduler";
  private static final String OURS = "pickglass";

  private OtherThreads() {}

  /** Counts those that wait, and shows those that run. */
  static void count(Census census) {
    Map<Thread, Polled> tasks = new IdentityHashMap<>();
    for (PollSite site : PollSites.ALL.list()) {
      Thread thread = site.thread();
      Polled polled = site.polled();
      if (thread != null && polled != null) {
        tasks.put(thread, polled);
      }
    }
    for (Thread thread : PlatformThreads.all()) {
      if (thread != Thread.currentThread() && !isHidden(thread)) {
        count(census, thread, tasks.get(thread));
      }
    }
  }

  private static void count(Census census, Thread thread, @Nullable Polled task) {
    WaitKind kind = WaitingThreads.kind(thread.getState());
    Object blocker = LockSupport.getBlocker(thread);
    @Nullable Member member = task instanceof Member own ? own : null;
    if (kind == WaitKind.NONE) {
      census.addRunning(new Waiter(thread, member, kind, null, Waiter.UNKNOWN));
    } else if (task != null || !isUnemployed(thread, blocker)) {
      census.addOther(new Waiter(thread, member, kind, blocker, Waiter.UNKNOWN));
    }
  }

  private static boolean isHidden(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    String type = thread.getClass().getName();
    return group == null
        || group.getName().equals(SYSTEM)
        || type.equals(PlatformThreads.CARRIER)
        || type.equals(INNOCUOUS)
        || type.equals(TIMER)
        || thread.getName().startsWith(OURS);
  }

  private static boolean isUnemployed(Thread thread, @Nullable Object blocker) {
    return PoolAccess.isIdleWorker(thread)
        || thread instanceof ForkJoinWorkerThread worker && worker.getPool() == blocker;
  }
}
