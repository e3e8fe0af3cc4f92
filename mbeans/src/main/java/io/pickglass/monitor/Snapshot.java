package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.BUSY_RATIO;
import static io.pickglass.catalog.TaskMetric.IDLE_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_RATIO;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.OLDEST_SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_RATIO;

import io.pickglass.catalog.Needs;
import io.pickglass.model.TaskMetrics;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a monitor at one instant. Immutable; a metric of any stretch of time is the
 * difference of two.
 */
public final class Snapshot {
  private static final Peak[] PEAKS = Peak.values();

  private final long at;
  private final long[] sums;
  private final Maxima maxima;
  private final long oldestScheduledNanos;
  private final boolean seesPolls;

  private Snapshot(
      long at, long[] sums, Maxima maxima, long oldestScheduledNanos, boolean seesPolls) {
    this.at = at;
    this.sums = sums;
    this.maxima = maxima;
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

  /** Everything since the start, with the maxima since the start. */
  public TaskMetrics cumulative() {
    return metrics(empty(at), maxima.all());
  }

  /** What was between an earlier snapshot and this one; no maxima, for maxima do not subtract. */
  public TaskMetrics since(Snapshot earlier) {
    return metrics(earlier, null);
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
    return metrics(earlier, peaks);
  }

  private TaskMetrics metrics(Snapshot earlier, long @Nullable [] peaks) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    Slot.OF_METRIC.forEach((metric, slot) -> metrics.set(metric, delta(earlier, slot)));
    addSums(metrics, earlier);
    addPresent(metrics);
    addShares(metrics, earlier);
    for (Peak peak : PEAKS) {
      if (peaks == null) {
        metrics.absent(peak.metric());
      } else {
        metrics.set(peak.metric(), peaks[peak.ordinal()]);
      }
    }
    return seesPolls ? metrics.build() : metrics.build().without(Needs.POLLS);
  }

  private void addSums(TaskMetrics.Builder metrics, Snapshot earlier) {
    metrics.set(POLL_COUNT, delta(earlier, Slot.FAST_POLLS) + delta(earlier, Slot.SLOW_POLLS));
    metrics.set(
        POLL_NANOS, delta(earlier, Slot.FAST_POLL_NANOS) + delta(earlier, Slot.SLOW_POLL_NANOS));
    metrics.set(
        SCHEDULED_COUNT, delta(earlier, Slot.SHORT_DELAYS) + delta(earlier, Slot.LONG_DELAYS));
    metrics.set(
        SCHEDULED_NANOS,
        delta(earlier, Slot.SHORT_DELAY_NANOS) + delta(earlier, Slot.LONG_DELAY_NANOS));
  }

  private void addPresent(TaskMetrics.Builder metrics) {
    metrics.set(LIVE_COUNT, Math.max(0, sums[Slot.INSTRUMENTED] - sums[Slot.ENDED]));
    metrics.set(RUNNING_COUNT, Math.max(0, sums[Slot.RUNNING]));
    metrics.set(SCHEDULED_NOW_COUNT, Math.max(0, sums[Slot.SCHEDULED]));
    metrics.set(IDLE_NOW_COUNT, Math.max(0, sums[Slot.IDLE]));
    metrics.set(OLDEST_SCHEDULED_NANOS, oldestScheduledNanos);
  }

  private void addShares(TaskMetrics.Builder metrics, Snapshot earlier) {
    // Cells are read one after the other, so a time may come out some nanoseconds below zero.
    long busy = Math.max(0, timeIn(Slot.RUNNING) - earlier.timeIn(Slot.RUNNING));
    long ready = Math.max(0, timeIn(Slot.SCHEDULED) - earlier.timeIn(Slot.SCHEDULED));
    long idle = Math.max(0, timeIn(Slot.IDLE) - earlier.timeIn(Slot.IDLE));
    long lived = busy + ready + idle;
    metrics.set(LIVED_NANOS, lived);
    metrics.setRatio(BUSY_RATIO, lived == 0 ? 0 : (double) busy / lived);
    metrics.setRatio(SCHEDULED_RATIO, lived == 0 ? 0 : (double) ready / lived);
    metrics.setRatio(IDLE_RATIO, lived == 0 ? 0 : (double) idle / lived);
  }

  private long delta(Snapshot earlier, int slot) {
    return sums[slot] - earlier.sums[slot];
  }

  private long timeIn(int state) {
    return sums[state + 1] + sums[state] * at;
  }

  /** Adds up cells, each of them read at one instant. Used by one thread, once. */
  static final class Builder {
    private final long at;
    private final long[] sums = new long[Slot.SUMS_END];
    private final long[] copy = Cell.newCopy();
    private final Maxima.Builder maxima;

    Builder(long at, long endedEpoch) {
      this.at = at;
      this.maxima = new Maxima.Builder(endedEpoch);
    }

    void add(Cell cell) {
      cell.read(copy);
      for (int slot = Slot.PADDING; slot < Slot.SUMS_END; slot++) {
        sums[slot] += copy[slot];
      }
      maxima.add(copy);
    }

    Snapshot build(long oldestScheduledNanos, boolean seesPolls) {
      return new Snapshot(at, sums, maxima.build(), oldestScheduledNanos, seesPolls);
    }
  }
}
