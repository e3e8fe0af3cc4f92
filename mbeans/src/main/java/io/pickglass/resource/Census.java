package io.pickglass.resource;

import io.pickglass.jdk.Sockets;
import io.pickglass.jdk.Synchronizers;
import io.pickglass.jdk.WaitKind;
import io.pickglass.jdk.WaitingThreads;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.LiveTasks.Member;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskReading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts all that wait, and puts those together that are parked on the same. Of a virtual thread
 * two fields are read for that; nothing is stopped or held.
 *
 * <p>Threads: whoever has made it.
 */
final class Census implements Consumer<TaskReading> {
  /** So many are remembered in all, and one of each group. */
  static final int MOST_KEPT = 20_000;

  /** So many groups are told apart. */
  static final int MOST_GROUPS = 200_000;

  // What polls for so long may be stuck in a call that keeps its thread.
  private static final long LONG_POLL_NANOS = 10_000_000;
  private static final int MOST_RUNNING = 200;

  private final long now;
  private final Map<Thread, Sockets.Wait> sockets;
  private final boolean ownedOnly;
  private final long shortest;
  private final Map<Object, Group> byBlocker = new IdentityHashMap<>();
  private final Map<Object, Group> byOther = new HashMap<>();
  private final List<Waiter> running = new ArrayList<>();
  private int count;
  private int kept;
  private int untold;

  /**
   * What threads have in common of which nothing else is told.
   *
   * @param kind how they wait
   * @param place where their tasks come from
   */
  record Unblocked(WaitKind kind, @Nullable Place place) {}

  /** Of all that wait. */
  Census(long now, Map<Thread, Sockets.Wait> sockets) {
    this.now = now;
    this.sockets = sockets;
    this.ownedOnly = false;
    this.shortest = 0;
  }

  /**
   * Of those that wait for what somebody else owns. Who has not waited for so long is counted where
   * his lock tells itself, and not remembered.
   */
  Census(long now, long shortest) {
    this.now = now;
    this.sockets = Map.of();
    this.ownedOnly = true;
    this.shortest = shortest;
  }

  @Override
  public void accept(TaskReading task) {
    Polled polled = task.kind() == TaskKind.SECTION ? null : task.polled();
    Thread thread = polled == null ? null : polled.virtualThread();
    if (thread == null) {
      return;
    }
    @Nullable Member member = polled instanceof Member own ? own : null;
    boolean sees = task.seesPolls();
    if (!sees || task.phase() == TaskPhase.IDLE) {
      WaitKind kind = kindOf(thread);
      if (kind != WaitKind.NONE) {
        long since = sees ? task.since() : Waiter.UNKNOWN;
        Object blocker = LockSupport.getBlocker(thread);
        if (!ownedOnly || isForOwner(kind, blocker)) {
          if (ownedOnly && since != Waiter.UNKNOWN && now - since < shortest) {
            count(blocker);
          } else {
            add(new Waiter(thread, member, kind, blocker, since), task.place());
          }
        }
      }
    } else if (task.phase() == TaskPhase.RUNNING
        && task.stateNanos(now) >= LONG_POLL_NANOS
        && running.size() < MOST_RUNNING) {
      addLong(thread, member, task);
    }
  }

  // Who cannot leave its carrier, as in a static initializer, waits in its poll. The poll tells
  // nothing of when that wait has begun.
  private void addLong(Thread thread, @Nullable Member member, TaskReading task) {
    Object blocker =
        WaitingThreads.kind(thread.getState()) == WaitKind.NONE
            ? null
            : LockSupport.getBlocker(thread);
    if (blocker == null) {
      running.add(new Waiter(thread, member, WaitKind.NONE, null, task.since()));
    } else if (!ownedOnly || isForOwner(WaitKind.NONE, blocker)) {
      add(new Waiter(thread, member, WaitKind.NONE, blocker, Waiter.UNKNOWN), task.place());
    }
  }

  private static WaitKind kindOf(Thread virtual) {
    return WaitingThreads.tellStacks()
        ? WaitingThreads.kindOf(virtual)
        : WaitingThreads.kind(virtual.getState());
  }

  /** One more that may wait, of the platform threads. */
  void addOther(Waiter waiter) {
    if (!ownedOnly || isForOwner(waiter.kind(), waiter.blocker())) {
      add(waiter, null);
    }
  }

  private static boolean isForOwner(WaitKind kind, @Nullable Object blocker) {
    return kind == WaitKind.BLOCKED
        || blocker instanceof AbstractOwnableSynchronizer
        || blocker instanceof FutureTask;
  }

  private void count(@Nullable Object blocker) {
    Group group = blocker == null ? null : group(byBlocker, blocker);
    if (group != null) {
      count++;
      group.addUnknown();
      group.count();
    }
  }

  private void add(Waiter waiter, @Nullable Place place) {
    Object blocker = waiter.blocker();
    Group group;
    if (blocker != null) {
      group = group(byBlocker, Synchronizers.resourceOf(blocker));
    } else {
      Sockets.Wait socket = sockets.get(waiter.thread());
      group = group(byOther, socket == null ? new Unblocked(waiter.kind(), place) : socket);
    }
    count++;
    if (group == null) {
      untold++;
    } else {
      boolean keep = kept < MOST_KEPT || group.kept().isEmpty();
      group.add(waiter, now, keep);
      kept += keep ? 1 : 0;
    }
  }

  private @Nullable Group group(Map<Object, Group> groups, Object key) {
    Group known = groups.get(key);
    if (known == null && byBlocker.size() + byOther.size() < MOST_GROUPS) {
      known = new Group(key);
      groups.put(key, known);
    }
    return known;
  }

  /** One that does not wait as far as is told, but may be stuck. */
  void addRunning(Waiter waiter) {
    if (running.size() < MOST_RUNNING) {
      running.add(waiter);
    }
  }

  /** How many wait. */
  int count() {
    return count;
  }

  /** How many of them are in no group, as there were too many. */
  int untoldCount() {
    return untold;
  }

  /** Those that are parked on something, put together by that. */
  Collection<Group> blocked() {
    return byBlocker.values();
  }

  /** The others. */
  Collection<Group> others() {
    return byOther.values();
  }

  /** Those that run, for long already or on threads of their own. */
  List<Waiter> running() {
    return running;
  }

  long now() {
    return now;
  }
}
