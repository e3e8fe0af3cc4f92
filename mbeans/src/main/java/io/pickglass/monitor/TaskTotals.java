package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import io.pickglass.time.NanoClock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of all tasks of one monitor are added up. Each method is one event; all stamps
 * are readings of {@link #clock}.
 *
 * <p>Threads: any thread may report an event, with its own {@linkplain Lanes#current() lane}.
 * Nothing here locks; what allocates is the first event in a lane, and there the first value of an
 * octave of durations.
 */
public final class TaskTotals {
  // On this event, these numbers move; State says what follows for what tasks do now:
  //   instrumented        instrumented
  //   first poll starts   first polls, their delay
  //   a later one starts  short or long delays; self-wakes after a yield
  //   a poll ends         fast or slow polls; by what comes next: idle, scheduled or over after it
  //   a wake              idles
  //   a wake not seen     were ready, at the instant in which IDLE began: no idle period
  //   the end             ended, lifetime; failed, cancelled; over after a poll, or ended in
  //                       what it was in

  private final String name;
  private final NanoClock clock;
  private final Epoch epoch;
  private final Thresholds thresholds = new Thresholds();
  private final Cells cells = new Cells();
  private final Pins pins = new Pins();
  private final LiveTasks live;
  private final TaskTable table;
  private final BooleanSupplier seesPolls;
  private final Switch onOff;
  private volatile boolean removed;
  private volatile LivedTime livedBefore;

  /** Totals of a monitor that has no others beside it. */
  public TaskTotals(String name, NanoClock clock, Epoch epoch, BooleanSupplier seesPolls) {
    this(name, clock, epoch, seesPolls, new MainSwitch().add(), new TaskTable());
  }

  /**
   * Totals of a monitor of that name.
   *
   * @param seesPolls whether every poll is reported here; metrics that need it are absent otherwise
   * @param onOff whether tasks are watched for it; here, all that is reported is counted
   * @param table what its list of tasks shares with those of other monitors
   */
  public TaskTotals(
      String name,
      NanoClock clock,
      Epoch epoch,
      BooleanSupplier seesPolls,
      Switch onOff,
      TaskTable table) {
    this.table = table;
    this.live = new LiveTasks(table);
    this.name = name;
    this.clock = clock;
    this.epoch = epoch;
    this.seesPolls = seesPolls;
    this.onOff = onOff;
    this.livedBefore = LivedTime.none(Snapshot.empty(clock.nanos()));
  }

  /** The monitor's name. */
  public String name() {
    return name;
  }

  /** The clock of all stamps. */
  public NanoClock clock() {
    return clock;
  }

  /** What is slow and what is long. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** Whether new tasks are watched. */
  public Switch onOff() {
    return onOff;
  }

  /**
   * Whether the monitor was removed: no registry, sampler or MBean knows it any more, and none will
   * again. It counts on for whoever holds it, and lists no further task.
   */
  public boolean isRemoved() {
    return removed;
  }

  /** The registry has removed it. */
  void removed() {
    removed = true;
    live.retire();
  }

  /** How many events were dropped, over all monitors, because no cell was free for long. */
  public static long droppedEventCount() {
    return Cells.droppedCount();
  }

  /** The tasks that have been started and live. */
  public LiveTasks live() {
    return live;
  }

  /** What its list of tasks shares with those of other monitors. */
  public TaskTable table() {
    return table;
  }

  /** Whether the polls of its virtual threads are seen. */
  public boolean seesPolls() {
    return seesPolls.getAsBoolean();
  }

  // What is needed is found out before a write; in it there are array stores, now and then an array
  // that grows, and whatever happens, it ends.

  /** A task was put under the monitor. */
  public void instrumented(@Nullable Lane lane, long at) {
    Cell cell = cells.begin(lane);
    try {
      cell.step(Slot.INSTRUMENTED, at);
    } finally {
      cell.end();
    }
  }

  /** A task instrumented at {@code born} is polled for the first time. */
  public void firstPollStarted(@Nullable Lane lane, long born, long at) {
    long delay = at - born;
    Cell cell = cells.begin(lane);
    try {
      cell.add(Slot.FIRST_POLLS, 1);
      cell.add(Slot.FIRST_POLL_DELAY_NANOS, delay);
      cell.record(Distribution.FIRST_POLL_DELAY, delay, epoch.now());
      cell.add(Slot.POLL_STARTS, at);
    } finally {
      cell.end();
    }
  }

  /** A task ready since {@code ready} is polled again. */
  public void pollStarted(@Nullable Lane lane, long ready, long at, boolean selfWake) {
    long delay = at - ready;
    boolean isLong = delay >= thresholds.longDelayNanos();
    Cell cell = cells.begin(lane);
    try {
      cell.add(isLong ? Slot.LONG_DELAYS : Slot.SHORT_DELAYS, 1);
      cell.add(isLong ? Slot.LONG_DELAY_NANOS : Slot.SHORT_DELAY_NANOS, delay);
      if (selfWake) {
        cell.add(Slot.SELF_WAKES, 1);
      }
      cell.record(Distribution.SCHEDULED, delay, epoch.now());
      cell.add(Slot.POLL_STARTS, at);
    } finally {
      cell.end();
    }
  }

  /** A poll that began at {@code start} has ended, and whether the task is ready for another. */
  public void pollEnded(@Nullable Lane lane, long start, long at, boolean ready) {
    long duration = at - start;
    boolean slow = duration >= thresholds.slowPollNanos();
    Cell cell = cells.begin(lane);
    try {
      poll(cell, slow, duration);
      cell.step(ready ? Slot.READY_AFTER : Slot.IDLE_AFTER, at);
    } finally {
      cell.end();
    }
  }

  private void poll(Cell cell, boolean slow, long duration) {
    cell.add(slow ? Slot.SLOW_POLLS : Slot.FAST_POLLS, 1);
    cell.add(slow ? Slot.SLOW_POLL_NANOS : Slot.FAST_POLL_NANOS, duration);
    cell.record(Distribution.POLL, duration, epoch.now());
  }

  /** A task idle since {@code idle} is ready again. */
  public void woken(@Nullable Lane lane, long idle, long at) {
    long duration = at - idle;
    Cell cell = cells.begin(lane);
    try {
      cell.step(Slot.IDLES, at);
      cell.add(Slot.IDLE_NANOS, duration);
      cell.record(Distribution.IDLE, duration, epoch.now());
    } finally {
      cell.end();
    }
  }

  /** A task that was taken for idle since {@code at} was ready all the time. */
  public void wasReady(@Nullable Lane lane, long at) {
    Cell cell = cells.begin(lane);
    try {
      cell.step(Slot.WERE_READY, at);
    } finally {
      cell.end();
    }
  }

  /** A task instrumented at {@code born} is over; it was in {@code state} till now. */
  public void ended(@Nullable Lane lane, long born, long at, Outcome outcome, Last state) {
    Cell cell = cells.begin(lane);
    try {
      end(cell, at - born, outcome, state == Last.NEVER_POLLED);
      cell.step(state == Last.IDLE ? Slot.ENDED_IDLE : Slot.ENDED_SCHEDULED, at);
    } finally {
      cell.end();
    }
  }

  /** The same of a task that is over in the middle of a poll that began at {@code start}. */
  public void endedInPoll(@Nullable Lane lane, long start, long born, long at, Outcome outcome) {
    long duration = at - start;
    boolean slow = duration >= thresholds.slowPollNanos();
    Cell cell = cells.begin(lane);
    try {
      poll(cell, slow, duration);
      cell.step(Slot.OVER_AFTER, at);
      end(cell, at - born, outcome, false);
    } finally {
      cell.end();
    }
  }

  /** A task has waited so long, and kept its carrier; told some time after it. */
  public void pinned(long nanos) {
    pins.add(nanos);
  }

  private static void end(Cell cell, long lifetime, Outcome outcome, boolean neverPolled) {
    cell.add(Slot.ENDED, 1);
    cell.add(Slot.LIFETIME_NANOS, lifetime);
    if (outcome == Outcome.FAILED) {
      cell.add(Slot.FAILED, 1);
    }
    if (neverPolled || outcome == Outcome.CANCELLED) {
      cell.add(Slot.CANCELLED, 1);
    }
  }

  /** What a task that ends outside of a poll did. */
  public enum Last {
    /** It waited for its first poll. */
    NEVER_POLLED,
    /** It was ready. */
    SCHEDULED,
    /** It waited for something. */
    IDLE
  }

  /** Everything since the monitor was made. Changes nothing. */
  public TaskMetrics cumulative() {
    return cumulative(snapshot());
  }

  /** Everything up to that snapshot. */
  public TaskMetrics cumulative(Snapshot snapshot) {
    return snapshot.cumulative(livedBefore);
  }

  /**
   * Counts the lived time up to that snapshot, so that its sums cannot outgrow a {@code long}
   * before they are next looked at. Called by the sampler alone, at each tick.
   */
  public void countLivedTime(Snapshot snapshot) {
    livedBefore = livedBefore.countedIn(snapshot);
  }

  /** The metrics of no time at all: zero, or absent where they would be. */
  public TaskMetrics nothing() {
    TaskMetrics zero = TaskMetrics.of(Map.of());
    TaskMetrics seen = seesPolls.getAsBoolean() ? zero : zero.without(Needs.POLLS);
    return table.seesPins() ? seen : seen.without(Needs.FLIGHT_RECORDER);
  }

  /** All numbers now. Changes nothing. */
  public Snapshot snapshot() {
    Snapshot snapshot = Snapshot.empty(0);
    read(snapshot, clock.nanos(), 0, new Snapshot.Room());
    return snapshot;
  }

  /**
   * Reads all numbers now. Changes nothing here.
   *
   * @param into whatever it was, it is overwritten
   * @param at the instant up to which periods in progress are counted
   * @param ended the epoch that has just ended, of which the maxima are wanted
   * @param room the caller's own, to be used again
   */
  public void read(Snapshot into, long at, long ended, Snapshot.Room room) {
    room.begin();
    into.begin(at, ended);
    cells.forEach(cell -> into.add(cell, room));
    into.pinned(pins.sum(), table.seesPins());
    into.complete(live.oldestScheduledNanos(at), seesPolls.getAsBoolean());
  }
}
