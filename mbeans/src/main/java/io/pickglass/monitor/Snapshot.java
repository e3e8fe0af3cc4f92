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
    return new Builder(at, 0).build(0, true);
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
    return metrics(empty(at), maxima.all(), lived, Long.MAX_VALUE);
  }

  /** The time that tasks lived since an earlier snapshot, by what they did. */
  LivedTime livedSince(Snapshot earlier) {
    // Cells are read one after the other, so a time may come out some nanoseconds below zero.
    return new LivedTime(
        this,
        Math.max(0, timeIn(Slot.RUNNING) - earlier.timeIn(Slot.RUNNING)),
        Math.max(0, timeIn(Slot.SCHEDULED) - earlier.timeIn(Slot.SCHEDULED)),
        Math.max(0, timeIn(Slot.IDLE) - earlier.timeIn(Slot.IDLE)));
  }

  /** What was between an earlier snapshot and this one; no maxima, for maxima do not subtract. */
  public TaskMetrics since(Snapshot earlier) {
    return metrics(earlier, null, livedSince(earlier), ALL_BITS);
  }

  /**
   * What was in the epoch that ended with this snapshot.
   *
   * @param earlier the snapshot with which the epoch before ended
   */
  public TaskMetrics epochSince(Snapshot earlier) {
    long[] peaks = maxima.ended().clone();
    for (int i = 0; i < peaks.length; i++) {
      // Booked with the number of the epoch before, but after that was read: it counts here.
      if (maxima.before()[i] > earlier.maxima.ended()[i]) {
        peaks[i] = Math.max(peaks[i], maxima.before()[i]);
      }
    }
    return metrics(earlier, peaks, livedSince(earlier), ALL_BITS);
  }

  private TaskMetrics metrics(
      Snapshot earlier, long @Nullable [] peaks, LivedTime lived, long mask) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    Slot.OF_METRIC.forEach((metric, slots) -> metrics.set(metric, delta(earlier, slots) & mask));
    addPresent(metrics);
    lived.addTo(metrics);
    for (Distribution of : DISTRIBUTIONS) {
      int i = of.ordinal();
      metrics.histogram(of, histograms[i].minus(earlier.histograms[i]));
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
    metrics.set(RUNNING_COUNT, Math.max(0, sums[Slot.RUNNING]));
    metrics.set(SCHEDULED_NOW_COUNT, Math.max(0, sums[Slot.SCHEDULED]));
    metrics.set(IDLE_NOW_COUNT, Math.max(0, sums[Slot.IDLE]));
    metrics.set(OLDEST_SCHEDULED_NANOS, oldestScheduledNanos);
  }

  private long delta(Snapshot earlier, int... slots) {
    long delta = 0;
    for (int slot : slots) {
      delta += sums[slot] - earlier.sums[slot];
    }
    return delta;
  }

  private long timeIn(int state) {
    return sums[state + 1] + sums[state] * at;
  }

  /** Adds up cells, each of them read at one instant. Used by one thread, once. */
  static final class Builder {
    private static final long[] NOTHING = new long[0];

    private final long at;
    private final long[] sums = new long[Slot.SUMS_END];
    private final long[] copy = Cell.newCopy();
    private final long[][] counts = new long[Distribution.COUNT][];
    private final Maxima.Builder maxima;

    Builder(long at, long endedEpoch) {
      this.at = at;
      this.maxima = new Maxima.Builder(endedEpoch);
      Arrays.fill(counts, NOTHING);
    }

    void add(Cell cell) {
      Tallies tallies = cell.read(copy);
      for (int slot = Slot.PADDING; slot < Slot.SUMS_END; slot++) {
        sums[slot] += copy[slot];
      }
      maxima.add(copy);
      for (Distribution of : DISTRIBUTIONS) {
        if (!tallies.isEmpty(of)) {
          if (counts[of.ordinal()] == NOTHING) {
            counts[of.ordinal()] = new long[Buckets.COUNT];
          }
          tallies.addTo(counts[of.ordinal()], of);
        }
      }
    }

    private Histogram[] histograms() {
      return Arrays.stream(counts).map(of -> Histogram.of(0, of)).toArray(Histogram[]::new);
    }

    Snapshot build(long oldestScheduledNanos, boolean seesPolls) {
      return new Snapshot(this, oldestScheduledNanos, seesPolls);
    }
  }
}
