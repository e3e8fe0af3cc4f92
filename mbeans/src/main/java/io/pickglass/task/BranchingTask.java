package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.TaskTotals.Last;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One task of which several polls may run at once: an asynchronous pipeline, whose branches meet
 * again. While any of them runs, the task is running. Each poll has its own duration, and so poll
 * time may exceed lived time; scheduled and idle time may not.
 *
 * <p>Threads: any; a reader sees one state with its own stamp. Nothing here locks or blocks; each
 * step allocates an object or two.
 */
public final class BranchingTask extends LiveTasks.Member implements Reported, Polled {
  //            first poll          the last open poll ends            wake              poll
  //  UNPOLLED ------------> RUNNING ----------------------> IDLE ------------> SCHEDULED --->
  // RUNNING
  //                          |   |  the last open poll ends, a branch is ready ---^
  //                          poll, end of a poll that is not the last: RUNNING
  //  any state ---> ENDED
  //
  // Assumptions
  //  A1 The wake of a branch is reported before its poll, or never; each branch is polled once.
  //  A2 NanoClock never runs backwards, seen from any thread.
  // Guarantees
  //  G1 Every step replaces the whole state by one compare-and-set; its winner, and nobody else,
  //     books it. So no event is booked twice or never.
  //  G2 The stamp of a step is never before that of the state it leaves. So for an ended task the
  //     first-poll delay, the time in which any poll was open, scheduled and idle times add up to
  //     its lifetime to the nanosecond.
  //  G3 The present states of the monitor are those of whole tasks: with any number of polls open
  //     the task is running once. TaskTotals books a poll's beginning and end as a step into and
  //     out of RUNNING; so the beginning of a poll that others run beside is booked together with
  //     the first end of any of them: out of RUNNING, and into it again, in the same nanosecond.
  //     A busy period has as many such beginnings as such ends, so when it is over, all are booked.
  //     Such a poll was never scheduled, for the task was running: its delay counts as 0.
  //  G4 When the task ends, all its open polls end. What still runs then is not counted.

  private enum Phase {
    UNPOLLED,
    SCHEDULED,
    RUNNING,
    IDLE,
    ENDED
  }

  /**
   * What the task does.
   *
   * @param since the stamp with which that began
   * @param ready how many branches were woken and not yet polled
   * @param sums what it has done before
   */
  private record Step(Phase phase, long since, int ready, @Nullable Open open, BranchSums sums) {
    /** One branch fewer is ready to be polled. */
    int lessReady() {
      return Math.max(0, ready - 1);
    }
  }

  /** The polls that are open, the youngest first; one is known by the stamp at which it began. */
  private record Open(long start, @Nullable Open older) {
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

  private static final VarHandle STEP;

  static {
    try {
      STEP = MethodHandles.lookup().findVarHandle(BranchingTask.class, "step", Step.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TaskTotals totals;
  private final long born;
  private volatile Step step;

  /** A task of the monitor of that view, instrumented now; the view must be its monitor's own. */
  public BranchingTask(View view) {
    this.totals = view.totals();
    this.born = totals.clock().nanos();
    this.step = new Step(Phase.UNPOLLED, born, 0, null, BranchSums.NONE);
  }

  /** Books and lists the task. Called once, before anything else. */
  public void instrumented(@Nullable Lane lane) {
    totals.instrumented(lane, born);
    totals.live().add(lane, this);
  }

  /** A branch is ready to be polled. */
  public void wake(@Nullable Lane lane) {
    while (true) {
      Step old = step;
      if (old.phase == Phase.ENDED) {
        return;
      }
      boolean idle = old.phase == Phase.IDLE;
      long at = idle ? now(old) : old.since;
      Phase next = idle ? Phase.SCHEDULED : old.phase;
      BranchSums sums = idle ? old.sums.woken(at - old.since) : old.sums;
      if (STEP.compareAndSet(this, old, new Step(next, at, old.ready + 1, old.open, sums))) {
        if (idle) {
          totals.woken(lane, old.since, at);
        }
        return;
      }
    }
  }

  /**
   * A branch that was woken will not be polled. A task woken by it alone stays scheduled till its
   * next wake or end: the pipeline fails as a rule, and at once.
   */
  public void refused() {
    while (true) {
      Step old = step;
      Step next = new Step(old.phase, old.since, old.lessReady(), old.open, old.sums);
      if (old.phase == Phase.ENDED || STEP.compareAndSet(this, old, next)) {
        return;
      }
    }
  }

  /**
   * A poll of a branch begins.
   *
   * @return what {@link #pollEnded} wants
   */
  public long pollStarted(@Nullable Lane lane) {
    while (true) {
      Step old = step;
      long at = now(old);
      if (old.phase == Phase.ENDED) {
        return at;
      }
      long since = old.phase == Phase.RUNNING ? old.since : at;
      Open open = new Open(at, old.open);
      Step now = new Step(Phase.RUNNING, since, old.lessReady(), open, begun(old, at));
      if (STEP.compareAndSet(this, old, now)) {
        bookStart(lane, old, at);
        return at;
      }
    }
  }

  private BranchSums begun(Step old, long at) {
    return switch (old.phase) {
      case UNPOLLED -> old.sums.firstPollBegun(at - born);
      case SCHEDULED, IDLE -> old.sums.pollBegun(at - old.since);
      case RUNNING, ENDED -> old.sums.pollBegun(0);
    };
  }

  private void bookStart(@Nullable Lane lane, Step old, long at) {
    switch (old.phase) {
      case UNPOLLED -> totals.firstPollStarted(lane, born, at);
      case SCHEDULED -> totals.pollStarted(lane, old.since, at, false);
      case IDLE -> {
        totals.wasReady(lane, old.since);
        totals.pollStarted(lane, old.since, at, false);
      }
      // G3: booked with the first end.
      case RUNNING, ENDED -> {}
    }
  }

  /** A poll of a branch has ended; {@code poll} is what its {@link #pollStarted} returned. */
  public void pollEnded(@Nullable Lane lane, long poll) {
    while (true) {
      Step old = step;
      Open open = old.open;
      if (open == null || !Open.contains(open, poll)) {
        return;
      }
      long at = now(old);
      Open left = open.without(poll);
      Phase next = left != null ? Phase.RUNNING : old.ready > 0 ? Phase.SCHEDULED : Phase.IDLE;
      BranchSums sums = old.sums.pollEnded(at - poll);
      Step now = new Step(next, left != null ? old.since : at, old.ready, left, sums);
      if (STEP.compareAndSet(this, old, now)) {
        if (left != null) {
          bookEndBesideOthers(lane, poll, at);
        } else {
          totals.pollEnded(lane, poll, at, next == Phase.SCHEDULED);
        }
        return;
      }
    }
  }

  /** G3: the end of a poll, and the beginning of one that is still open. */
  private void bookEndBesideOthers(@Nullable Lane lane, long start, long at) {
    totals.pollEnded(lane, start, at, true);
    totals.pollStarted(lane, at, at, false);
  }

  /** The task is over; nothing happens if it was already. */
  public void end(@Nullable Lane lane, Outcome outcome) {
    while (true) {
      Step old = step;
      if (old.phase == Phase.ENDED) {
        return;
      }
      long at = now(old);
      if (STEP.compareAndSet(this, old, new Step(Phase.ENDED, at, 0, null, old.sums))) {
        bookTaskEnd(lane, old, at, outcome);
        totals.live().remove(this);
        return;
      }
    }
  }

  private void bookTaskEnd(@Nullable Lane lane, Step old, long at, Outcome outcome) {
    for (Open poll = old.open; poll != null; poll = poll.older) {
      if (poll.older != null) {
        bookEndBesideOthers(lane, poll.start, at);
      } else {
        totals.endedInPoll(lane, poll.start, born, at, outcome);
      }
    }
    if (old.open == null) {
      totals.ended(lane, born, at, outcome, last(old.phase));
    }
  }

  private static Last last(Phase phase) {
    return switch (phase) {
      case UNPOLLED -> Last.NEVER_POLLED;
      case IDLE -> Last.IDLE;
      case SCHEDULED, RUNNING, ENDED -> Last.SCHEDULED;
    };
  }

  @Override
  public TaskReport report() {
    Step present = step;
    long at = now(present);
    long openNanos = 0;
    for (Open poll = present.open; poll != null; poll = poll.older) {
      openNanos += at - poll.start;
    }
    return present.sums.report(at - born, openNanos);
  }

  @Override
  public String monitorName() {
    return totals.name();
  }

  @Override
  public @Nullable Thread virtualThread() {
    return null;
  }

  @Override
  public long pollingSince() {
    return step.since;
  }

  private long now(Step old) {
    return Math.max(totals.clock().nanos(), old.since);
  }

  @Override
  protected long scheduledSince(long now) {
    Step present = step;
    return switch (present.phase) {
      case UNPOLLED, SCHEDULED -> present.since;
      case RUNNING, IDLE, ENDED -> now;
    };
  }
}
