package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.IDLE_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.OLDEST_SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.PINNED_COUNT;
import static io.pickglass.catalog.TaskMetric.PINNED_NANOS;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NOW_COUNT;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.model.Metrics;
import io.pickglass.model.TaskMetrics;
import java.util.Arrays;

/**
 * All numbers of a monitor at one instant; a metric of any stretch of time is the difference of
 * two.
 *
 * <p>Threads: whoever has it {@linkplain TaskTotals#read read} may do so again, into the same one;
 * as long as nobody does, it is immutable.
 */
public final class Snapshot {
  private static final Distribution[] DISTRIBUTIONS = Distribution.values();
  private static final long ALL_BITS = -1;

  private final long[] sums = new long[Slot.SUMS_END];
  private final Maxima maxima = new Maxima();
  private final Counts counts = new Counts();
  private final long[] timesIn = new long[State.COUNT];
  private long at;
  private long oldestScheduledNanos;
  private boolean seesPolls = true;
  private Pins.Sum pins = new Pins.Sum(0, 0);
  private boolean seesPins;

  private Snapshot(long at) {
    this.at = at;
  }

  /** A snapshot of nothing: the difference to it is what was since the start. */
  public static Snapshot empty(long at) {
    return new Snapshot(at);
  }

  /** The instant up to which periods in progress are counted. */
  public long at() {
    return at;
  }

  /** Makes it the same as that one. */
  public void set(Snapshot other) {
    counts.set(other.counts);
    System.arraycopy(other.sums, 0, sums, 0, sums.length);
    System.arraycopy(other.timesIn, 0, timesIn, 0, timesIn.length);
    maxima.set(other.maxima);
    at = other.at;
    oldestScheduledNanos = other.oldestScheduledNanos;
    seesPolls = other.seesPolls;
    pins = other.pins;
    seesPins = other.seesPins;
  }

  // It is read: begun, cells are added, each of them as of one instant, and completed.

  void begin(long at, long endedEpoch) {
    this.at = at;
    Arrays.fill(sums, 0);
    maxima.clear(endedEpoch);
    counts.clear();
  }

  void add(Cell cell, Room room) {
    long[] copy = room.copy;
    cell.read(copy, room.tallies, room.patience);
    for (int slot = Slot.SUMS_START; slot < Slot.SUMS_END; slot++) {
      sums[slot] += copy[slot];
    }
    maxima.add(copy);
    counts.add(room.tallies);
  }

  void pinned(Pins.Sum sum, boolean told) {
    pins = sum;
    seesPins = told;
  }

  void complete(long oldestScheduledNanos, boolean seesPolls) {
    for (State state : State.ALL) {
      timesIn[state.ordinal()] = state.nanos(sums, at);
    }
    this.oldestScheduledNanos = oldestScheduledNanos;
    this.seesPolls = seesPolls;
  }

  /** How long tasks have been in each state, up to now; it wraps. */
  long[] timesIn() {
    return timesIn.clone();
  }

  /** How long tasks have been in a state since the times were those. */
  long livedSince(long[] earlier, State state) {
    // Cells are read one after the other, so a time may come out some nanoseconds below zero.
    return Math.max(0, timesIn[state.ordinal()] - earlier[state.ordinal()]);
  }

  /**
   * Everything since the start, with the maxima since the start.
   *
   * <p>Sums of 10,000 waiting tasks pass 2^63 ns in 11 days. They then begin anew at 0, as counters
   * of Prometheus may; differences stay right.
   *
   * @param before the time that tasks lived up to some earlier snapshot
   */
  public TaskMetrics cumulative(LivedTime before) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    put(metrics, empty(at), Long.MAX_VALUE);
    before.plus(this).putInto(metrics);
    for (Distribution of : DISTRIBUTIONS) {
      metrics.set(of.maximum(), maxima.ever(of));
    }
    return seen(metrics);
  }

  /** What was between an earlier snapshot and this one; no maxima, for maxima do not subtract. */
  public TaskMetrics since(Snapshot earlier) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    put(metrics, earlier, ALL_BITS);
    putLived(metrics, earlier);
    for (Distribution of : DISTRIBUTIONS) {
      metrics.absent(of.maximum());
    }
    return seen(metrics);
  }

  /**
   * What was in the epoch that ended with this snapshot, {@linkplain TaskMetrics#packed packed}.
   *
   * @param earlier the snapshot with which the epoch before ended
   * @param room the caller's own, to be used again
   * @param known what this gave before; and does again, if it is the same
   */
  public byte[] epochSince(Snapshot earlier, Room room, byte[] known) {
    TaskMetrics.Builder metrics = room.metrics.clear();
    put(metrics, earlier, ALL_BITS);
    putLived(metrics, earlier);
    for (Distribution of : DISTRIBUTIONS) {
      metrics.set(of.maximum(), maxima.since(earlier.maxima, of));
    }
    return seesPolls ? metrics.packed(known) : seen(metrics).packed();
  }

  private TaskMetrics seen(TaskMetrics.Builder metrics) {
    return seesPolls ? metrics.build() : metrics.build().without(Needs.POLLS);
  }

  private void put(TaskMetrics.Builder metrics, Snapshot earlier, long mask) {
    for (Slot.Counter counter : Slot.COUNTERS) {
      metrics.set(counter.metric(), delta(earlier, counter.slots()) & mask);
    }
    metrics.set(LIVE_COUNT, Math.max(0, sums[Slot.INSTRUMENTED] - sums[Slot.ENDED]));
    metrics.set(RUNNING_COUNT, Math.max(0, State.RUNNING.count(sums)));
    metrics.set(SCHEDULED_NOW_COUNT, Math.max(0, State.SCHEDULED.count(sums)));
    metrics.set(IDLE_NOW_COUNT, Math.max(0, State.IDLE.count(sums)));
    metrics.set(OLDEST_SCHEDULED_NANOS, oldestScheduledNanos);
    metrics.set(PINNED_COUNT, seesPins ? pins.count() - earlier.pins.count() : Metrics.ABSENT);
    metrics.set(PINNED_NANOS, seesPins ? pins.nanos() - earlier.pins.nanos() : Metrics.ABSENT);
    for (Distribution of : DISTRIBUTIONS) {
      counts.since(earlier.counts, of, metrics.histogram(of));
    }
  }

  private long delta(Snapshot earlier, int[] slots) {
    long delta = 0;
    for (int slot : slots) {
      delta += sums[slot] - earlier.sums[slot];
    }
    return delta;
  }

  private void putLived(TaskMetrics.Builder metrics, Snapshot earlier) {
    LivedTime.put(
        metrics,
        livedSince(earlier.timesIn, State.RUNNING),
        livedSince(earlier.timesIn, State.SCHEDULED),
        livedSince(earlier.timesIn, State.IDLE));
  }

  /**
   * What is needed to read cells and to pack what came of them. Who makes many snapshots needs it
   * only once; used by one thread at a time.
   */
  public static final class Room {
    private final long[] copy = Cell.newCopy();
    private final Tallies.Copy tallies = new Tallies.Copy();
    private final Patience patience = new Patience();
    private final TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    private final Snapshot snapshot = empty(0);

    /** The room's own snapshot, to be read into: most likely it has as many octaves as that one. */
    public Snapshot snapshotLike(Snapshot earlier) {
      snapshot.counts.takeShapeOf(earlier.counts);
      return snapshot;
    }

    /** The next reading begins. */
    void begin() {
      patience.reset();
    }
  }
}
