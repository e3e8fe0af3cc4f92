package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.EndedTasks.Kept;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.Numbers;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskListener;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.monitor.TaskTotals.Last;
import io.pickglass.monitor.Who;
import io.pickglass.task.BranchStep.Open;
import io.pickglass.task.BranchStep.Phase;
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

  private static final VarHandle STEP;
  private static final VarHandle NUMBER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STEP = lookup.findVarHandle(BranchingTask.class, "step", BranchStep.class);
      NUMBER = lookup.findVarHandle(BranchingTask.class, "number", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TaskTotals totals;
  private final long born;
  private final Place place;
  private final long parent = Who.calls();
  private final Notes notes = new Notes();
  private volatile BranchStep step;

  // Given when somebody asks, or at the end; 0 before that.
  private volatile long number;

  /** A task of the monitor of that view, instrumented now; the view must be its monitor's own. */
  public BranchingTask(View view, Place place) {
    this.place = place;
    this.totals = view.totals();
    this.born = totals.clock().nanos();
    this.step = new BranchStep(Phase.UNPOLLED, born, 0, null, BranchSums.NONE);
  }

  /** Books and lists the task. Called once, before anything else. */
  public void instrumented(@Nullable Lane lane) {
    totals.instrumented(lane, born);
    totals.live().add(lane, this);
  }

  /** A branch is ready to be polled. */
  public void wake(@Nullable Lane lane) {
    while (true) {
      BranchStep old = step;
      if (old.phase() == Phase.ENDED) {
        return;
      }
      boolean idle = old.phase() == Phase.IDLE;
      long at = idle ? now(old) : old.since();
      Phase next = idle ? Phase.SCHEDULED : old.phase();
      BranchSums sums = idle ? old.sums().woken(at - old.since()) : old.sums();
      if (STEP.compareAndSet(
          this, old, new BranchStep(next, at, old.ready() + 1, old.open(), sums))) {
        if (idle) {
          totals.woken(lane, old.since(), at);
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
      BranchStep old = step;
      BranchStep next =
          new BranchStep(old.phase(), old.since(), old.lessReady(), old.open(), old.sums());
      if (old.phase() == Phase.ENDED || STEP.compareAndSet(this, old, next)) {
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
      BranchStep old = step;
      long at = now(old);
      if (old.phase() == Phase.ENDED) {
        return at;
      }
      long since = old.phase() == Phase.RUNNING ? old.since() : at;
      Open open = new Open(at, old.open());
      BranchStep now = new BranchStep(Phase.RUNNING, since, old.lessReady(), open, begun(old, at));
      if (STEP.compareAndSet(this, old, now)) {
        bookStart(lane, old, at);
        return at;
      }
    }
  }

  private BranchSums begun(BranchStep old, long at) {
    return switch (old.phase()) {
      case UNPOLLED -> old.sums().firstPollBegun(at - born);
      case SCHEDULED, IDLE -> old.sums().pollBegun(at - old.since());
      case RUNNING, ENDED -> old.sums().pollBegun(0);
    };
  }

  private void bookStart(@Nullable Lane lane, BranchStep old, long at) {
    switch (old.phase()) {
      case UNPOLLED -> totals.firstPollStarted(lane, born, at);
      case SCHEDULED -> totals.pollStarted(lane, old.since(), at, false);
      case IDLE -> {
        totals.wasReady(lane, old.since());
        totals.pollStarted(lane, old.since(), at, false);
      }
      // G3: booked with the first end.
      case RUNNING, ENDED -> {}
    }
  }

  /** A poll of a branch has ended; {@code poll} is what its {@link #pollStarted} returned. */
  public void pollEnded(@Nullable Lane lane, long poll) {
    while (true) {
      BranchStep old = step;
      Open open = old.open();
      if (open == null || !Open.contains(open, poll)) {
        return;
      }
      long at = now(old);
      Open left = open.without(poll);
      Phase next = left != null ? Phase.RUNNING : old.ready() > 0 ? Phase.SCHEDULED : Phase.IDLE;
      BranchSums sums = old.sums().pollEnded(at - poll);
      BranchStep now =
          new BranchStep(next, left != null ? old.since() : at, old.ready(), left, sums);
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
      BranchStep old = step;
      if (old.phase() == Phase.ENDED) {
        return;
      }
      long at = now(old);
      if (STEP.compareAndSet(this, old, new BranchStep(Phase.ENDED, at, 0, null, old.sums()))) {
        bookTaskEnd(lane, old, at, outcome);
        totals.live().remove(this);
        keep(lane, old, at, outcome);
        return;
      }
    }
  }

  private void bookTaskEnd(@Nullable Lane lane, BranchStep old, long at, Outcome outcome) {
    for (Open poll = old.open(); poll != null; poll = poll.older()) {
      if (poll.older() != null) {
        bookEndBesideOthers(lane, poll.start(), at);
      } else {
        totals.endedInPoll(lane, poll.start(), born, at, outcome);
      }
    }
    if (old.open() == null) {
      totals.ended(lane, born, at, outcome, last(old.phase()));
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
    BranchStep present = step;
    long at = now(present);
    return present.sums().report(at - born, present.openNanos(at));
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  protected @Nullable Notes noted() {
    // Its polls run beside each other: they are not counted one by one.
    return null;
  }

  @Override
  protected boolean read(TaskReading into, long now) {
    BranchStep present = step;
    if (present.phase() == Phase.ENDED) {
      return false;
    }
    into.from(null);
    into.in(totals);
    read(into, present, Math.max(now, present.since()));
    return true;
  }

  private void read(TaskReading into, BranchStep then, long at) {
    into.task(TaskKind.ASYNC, number(), place, parent, Who.NOBODY);
    into.named("", notes);
    then.read(into, born, at);
  }

  private void keep(@Nullable Lane lane, BranchStep last, long at, Outcome outcome) {
    TaskListener listener = TaskListener.present();
    if (listener != null) {
      TaskReading told = new TaskReading();
      readLast(told, last, at, outcome);
      listener.ended(told);
    }
    Kept kept = totals.table().ended().begin(lane);
    if (kept != null) {
      try {
        readLast(kept.task(), last, at, outcome);
      } finally {
        kept.written();
      }
    }
  }

  private void readLast(TaskReading task, BranchStep last, long at, Outcome outcome) {
    read(task, last, at);
    task.endedIn(totals);
    task.ended(TaskPhase.of(outcome));
  }

  @Override
  protected String givenName() {
    return "";
  }

  @Override
  protected long number() {
    long known = number;
    if (known == 0) {
      NUMBER.compareAndSet(this, 0L, Numbers.next());
      known = number;
    }
    return known;
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
    return step.since();
  }

  private long now(BranchStep old) {
    return Math.max(totals.clock().nanos(), old.since());
  }

  @Override
  protected long scheduledSince(long now) {
    BranchStep present = step;
    return switch (present.phase()) {
      case UNPOLLED, SCHEDULED -> present.since();
      case RUNNING, IDLE, ENDED -> now;
    };
  }
}
