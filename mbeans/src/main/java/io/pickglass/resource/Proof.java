package io.pickglass.resource;

import io.pickglass.jdk.Synchronizers;
import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitLook;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.LiveTasks.Member;
import io.pickglass.monitor.TaskReading;
import io.pickglass.resource.Cycles.Edge;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whether a circle was one. Its members were looked at one after the other, and may have gone on in
 * between. But who is in the same wait at the end as at the beginning has done nothing meanwhile:
 * it has what it had, and wants what it wanted. So all of them waited for each other at once, if
 * each was in one wait from before the first look to after the last.
 *
 * <p>Threads: any.
 */
final class Proof {
  private Proof() {}

  /** Whether each of them waits for the next, all at once. */
  static boolean holds(List<Edge> cycle) {
    long[] before = new long[cycle.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = waitOf(cycle.get(i).waiter());
      if (before[i] == Waiter.UNKNOWN) {
        return false;
      }
    }
    for (Edge edge : cycle) {
      if (!wants(edge)) {
        return false;
      }
    }
    for (int i = 0; i < before.length; i++) {
      if (waitOf(cycle.get(i).waiter()) != before[i]) {
        return false;
      }
    }
    return true;
  }

  /** A number that is another one as soon as the thread has gone on. */
  private static long waitOf(Waiter waiter) {
    Member member = waiter.member();
    if (member == null || waiter.since() == Waiter.UNKNOWN) {
      ThreadInfo info =
          waiter.thread().isVirtual()
              ? null
              : ManagementFactory.getThreadMXBean().getThreadInfo(waiter.thread().threadId());
      return info == null ? Waiter.UNKNOWN : info.getBlockedCount() + info.getWaitedCount();
    }
    TaskReading reading = new TaskReading();
    return member.readNow(reading, waiter.since()) && reading.phase() == TaskPhase.IDLE
        ? reading.since()
        : Waiter.UNKNOWN;
  }

  /** Whether it waits for that thing now, and the thing is the next one's. */
  private static boolean wants(Edge edge) {
    Thread thread = edge.waiter().thread();
    Object what = edge.resource().identity().what();
    Object blocker = LockSupport.getBlocker(thread);
    if (blocker != null) {
      return Synchronizers.resourceOf(blocker) == what
          ? Synchronizers.ownerOf(what) == edge.resource().owner()
          : what instanceof Thread joined && joined.isAlive();
    }
    WaitLook look = WaitingThreads.of(thread);
    if (look == null || Seen.of(look).monitorOrNull() != what) {
      return false;
    }
    return what instanceof Thread joined
        ? joined.isAlive()
        : look.kind() == WaitKind.BLOCKED && owns(edge.resource().owner(), what);
  }

  private static boolean owns(@Nullable Thread owner, Object monitor) {
    WaitLook look = owner == null ? null : WaitingThreads.of(owner);
    return look != null && Seen.of(look).ownedNow().stream().anyMatch(each -> each == monitor);
  }
}
