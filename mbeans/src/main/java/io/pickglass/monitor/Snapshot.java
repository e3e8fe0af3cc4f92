package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.IDLE_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.OLDEST_SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NOW_COUNT;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskMetrics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a monitor at one instant. Immutable; a metric of any stretch of time is the
 * difference of two.
 */
public final class Snapshot {
  private static final Distribution[] DISTRIBUTIONS = Distribution.values();
  private static final long ALL_BITS = -1;

  // For snapshots of no cells, and differences to them: nothing is ever added up there.
  private static final Room NO_ROOM = new Room();

  private final long at;
  private final long[] sums;
  private final Maxima maxima;
  private final Histogram[] histograms;
  private final long oldestScheduledNanos;
  private final boolean seesPolls;

  private Snapshot(Builder read, long oldestScheduledNanos, boolean seesPolls) {
    this.at = read.at;
    this.sums = read.sums;
    this.maxima = read.maxima.build();
    this.histograms = read.histograms();
    this.oldestScheduledNanos = oldestScheduledNanos;
    this.seesPolls = seesPolls;
  }

  /** A snapshot of nothing: the difference to it is what was since the start. */
  public static Snapshot empty(long at) {
    return new Builder(at, 0, NO_ROOM).build(0, true);
  }

  /** The instant up to which periods in progress are counted. */
  public long at() {
    return at;
  }

  /**
   * Everything since the start, with the maxima since the start.
   *
   * <p>Sums of 10,000 waiting tasks pass 2^63 ns in 11 days. They then begin anew at 0, as counters
   * of Prometheus may; differences stay right.
   *
   * @param before the time that tasks lived up to the snapshot that {@code before} was taken with
   */
  public TaskMetrics cumulative(LivedTime before) {
    LivedTime lived = before.plus(livedSince(before.upTo()), this);
    return metrics(empty(at), maxima.all(), lived, Long.MAX_VALUE, NO_ROOM);
  }

  /** The time that tasks lived since an earlier snapshot, by what they did. */
  LivedTime livedSince(Snapshot earlier) {
    // Cells are read one after the other, so a time may come out some nanoseconds below zero.
    return new LivedTime(
        this,
        Math.max(0, timeIn(State.RUNNING) - earlier.timeIn(State.RUNNING)),
        Math.max(0, timeIn(State.SCHEDULED) - earlier.timeIn(State.SCHEDULED)),
        Math.max(0, timeIn(State.IDLE) - earlier.timeIn(State.IDLE)));
  }

  /** What was between an earlier snapshot and this one; no maxima, for maxima do not subtract. */
  public TaskMetrics since(Snapshot earlier) {
    return metrics(earlier, null, livedSince(earlier), ALL_BITS, new Room());
  }

  /**
   * What was in the epoch that ended with this snapshot.
   *
   * @param earlier the snapshot with which the epoch before ended
   * @param room the caller's own, to be used again
   */
  public TaskMetrics epochSince(Snapshot earlier, Room room) {
    long[] peaks = maxima.ended().clone();
    for (int i = 0; i < peaks.length; i++) {
      // Booked with the number of the epoch before, but after that was read: it counts here.
      if (maxima.before()[i] > earlier.maxima.ended()[i]) {
        peaks[i] = Math.max(peaks[i], maxima.before()[i]);
      }
    }
    return metrics(earlier, peaks, livedSince(earlier), ALL_BITS, room);
  }

  private TaskMetrics metrics(
      Snapshot earlier, long @Nullable [] peaks, LivedTime lived, long mask, Room room) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    Slot.OF_METRIC.forEach((metric, slots) -> metrics.set(metric, delta(earlier, slots) & mask));
    addPresent(metrics);
    lived.addTo(metrics);
    for (Distribution of : DISTRIBUTIONS) {
      int i = of.ordinal();
      metrics.histogram(of, histograms[i].minus(earlier.histograms[i], room.difference));
      if (peaks == null) {
        metrics.absent(of.maximum());
      } else {
        metrics.set(of.maximum(), peaks[i]);
      }
    }
    return seesPolls ? metrics.build() : metrics.build().without(Needs.POLLS);
  }

  private void addPresent(TaskMetrics.Builder metrics) {
    metrics.set(LIVE_COUNT, Math.max(0, sums[Slot.INSTRUMENTED] - sums[Slot.ENDED]));
    metrics.set(RUNNING_COUNT, Math.max(0, State.RUNNING.count(sums)));
    metrics.set(SCHEDULED_NOW_COUNT, Math.max(0, State.SCHEDULED.count(sums)));
    metrics.set(IDLE_NOW_COUNT, Math.max(0, State.IDLE.count(sums)));
    metrics.set(OLDEST_SCHEDULED_NANOS, oldestScheduledNanos);
  }

  private long delta(Snapshot earlier, int... slots) {
    long delta = 0;
    for (int slot : slots) {
      delta += sums[slot] - earlier.sums[slot];
    }
    return delta;
  }

  private long timeIn(State state) {
    return state.nanos(sums, at);
  }

  /**
   * Room in which cells are added up. A reader who makes many snapshots needs it only once; used by
   * one thread at a time.
   */
  public static final class Room {
    private final long[] copy = Cell.newCopy();
    private final long[][] counts = new long[Distribution.COUNT][Buckets.COUNT];
    private final long[] difference = new long[Buckets.COUNT];
    private final Patience patience = new Patience();
    private Tallies tallies = Tallies.NONE;
  }

  /** Adds up cells, each of them read at one instant. Used by one thread, once. */
  static final class Builder {
    private final long at;
    private final Room room;
    private final long[] sums = new long[Slot.SUMS_END];
    private final long[] octaves = new long[Distribution.COUNT];
    private final Maxima.Builder maxima;

    Builder(long at, long endedEpoch, Room room) {
      this.at = at;
      this.room = room;
      room.patience.reset();
      this.maxima = new Maxima.Builder(endedEpoch);
    }

    void add(Cell cell) {
      long[] copy = room.copy;
      Tallies tallies = cell.read(copy, room.tallies, room.patience);
      room.tallies = tallies == Tallies.NONE ? room.tallies : tallies;
      for (int slot = Slot.SUMS_START; slot < Slot.SUMS_END; slot++) {
        sums[slot] += copy[slot];
      }
      maxima.add(copy);
      for (Distribution of : DISTRIBUTIONS) {
        octaves[of.ordinal()] |= tallies.octaves(of);
        tallies.addTo(room.counts[of.ordinal()], of);
      }
    }

    /** What the cells have counted, and the room empty again. */
    private Histogram[] histograms() {
      Histogram[] histograms = new Histogram[Distribution.COUNT];
      for (int i = 0; i < histograms.length; i++) {
        histograms[i] = Histogram.of(room.counts[i], octaves[i]);
        for (long left = octaves[i]; left != 0; left &= left - 1) {
          int first = Long.numberOfTrailingZeros(left) << Buckets.PER_OCTAVE_BITS;
          Arrays.fill(room.counts[i], first, first + Buckets.PER_OCTAVE, 0);
        }
      }
      return histograms;
    }

    Snapshot build(long oldestScheduledNanos, boolean seesPolls) {
      return new Snapshot(this, oldestScheduledNanos, seesPolls);
    }
  }
}
