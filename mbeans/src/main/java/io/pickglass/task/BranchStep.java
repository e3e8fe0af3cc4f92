package io.pickglass.task;

import static io.pickglass.monitor.TaskReading.UNKNOWN;

import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BranchingTask} does: immutable, and replaced as a whole.
 *
 * @param since the stamp with which that began
 * @param ready how many branches were woken and not yet polled
 * @param sums what it has done before
 */
record BranchStep(
    BranchStep.Phase phase,
    long since,
    int ready,
    BranchStep.@Nullable Open open,
    BranchSums sums) {
  /** Its states. */
  enum Phase {
    UNPOLLED,
    SCHEDULED,
    RUNNING,
    IDLE,
    ENDED
  }

  /** The polls that are open, the youngest first; one is known by the stamp at which it began. */
  record Open(long start, @Nullable Open older) {
    static boolean contains(@Nullable Open open, long start) {
      return open != null && (open.start == start || contains(open.older, start));
    }

    /** Without one of those that began then; they differ in nothing else. */
    @Nullable Open without(long start) {
      return this.start == start || older == null
          ? older
          : new Open(this.start, older.without(start));
    }
  }

  /** One branch fewer is ready to be polled. */
  int lessReady() {
    return Math.max(0, ready - 1);
  }

  /** The time up to that instant in the polls that are open. */
  long openNanos(long at) {
    long nanos = 0;
    for (Open poll = open; poll != null; poll = poll.older) {
      nanos += at - poll.start;
    }
    return nanos;
  }

  /** Reads what it does at that instant, of a task born then. */
  void read(TaskReading into, long born, long at) {
    boolean ready = phase == Phase.UNPOLLED || phase == Phase.SCHEDULED;
    boolean idle = phase == Phase.IDLE;
    long present = at - since;
    into.times(
        phase == Phase.UNPOLLED ? at - born : sums.firstPollDelay(),
        sums.pollNanos() + openNanos(at),
        sums.firstPollDelay() + sums.scheduled() + (ready ? present : 0),
        sums.idleNanos() + (idle ? present : 0));
    into.counts(sums.polls(), sums.idles(), 0);
    into.latest(
        open == null ? UNKNOWN : open.start,
        open == null ? UNKNOWN : at - open.start,
        phase == Phase.SCHEDULED ? since : UNKNOWN);
    TaskPhase now = ready ? TaskPhase.SCHEDULED : idle ? TaskPhase.IDLE : TaskPhase.RUNNING;
    into.state(now, born, since, at);
  }
}
