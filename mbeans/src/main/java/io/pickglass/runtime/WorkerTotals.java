package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.ALLOCATED_BYTES;
import static io.pickglass.catalog.RuntimeMetric.BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.BUSY_RATIO;
import static io.pickglass.catalog.RuntimeMetric.CPU_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.POLL_COUNT;

import io.pickglass.model.RuntimeMetrics;
import io.pickglass.runtime.Seat.Counts;
import java.util.List;

/**
 * What all workers of a runtime did, and the most and the least that any did. Everything counts for
 * the sums; the extremes are among as many as there are to be: those that are there, and where
 * these are fewer, some that have gone, or never came and did nothing. Used by one thread, once.
 */
final class WorkerTotals {
  private long polls;
  private long busyNanos;
  private long parks;
  private long cpuNanos;
  private long allocatedBytes;

  private int compared;
  private final Extremes ofPolls = new Extremes();
  private final Extremes ofBusyNanos = new Extremes();
  private final Extremes ofParks = new Extremes();
  private final Extremes ofMeanPollNanos = new Extremes();

  private static final class Extremes {
    private long most;
    private long least = Long.MAX_VALUE;

    void add(long value) {
      most = Math.max(most, value);
      least = Math.min(least, value);
    }

    long least() {
      return least == Long.MAX_VALUE ? 0 : least;
    }
  }

  /**
   * The totals.
   *
   * @param workers what was done at each place
   * @param wanted how many workers there are to be
   */
  WorkerTotals(List<Counts> workers, long wanted) {
    for (Counts counts : workers) {
      add(counts);
      if (counts.taken()) {
        compare(counts);
      }
    }
    for (Counts counts : workers) {
      if (!counts.taken() && compared < wanted) {
        compare(counts);
      }
    }
    if (compared < wanted) {
      // One stands for all that never came: there may be two thousand million.
      compare(Counts.NOTHING);
      compared = (int) wanted;
    }
  }

  private void add(Counts counts) {
    polls += counts.polls();
    busyNanos += counts.busyNanos();
    parks = sum(parks, counts.parks());
    cpuNanos = sum(cpuNanos, counts.cpuNanos());
    allocatedBytes = sum(allocatedBytes, counts.allocatedBytes());
  }

  private static long sum(long sum, long value) {
    return sum < 0 || value < 0 ? RuntimeMetrics.ABSENT : sum + value;
  }

  private void compare(Counts counts) {
    compared++;
    ofPolls.add(counts.polls());
    ofBusyNanos.add(counts.busyNanos());
    ofParks.add(counts.parks());
    if (counts.polls() > 0) {
      ofMeanPollNanos.add(counts.busyNanos() / counts.polls());
    }
  }

  /** How many workers were compared. */
  int workers() {
    return compared;
  }

  /** Negative where they are not known. */
  long parks() {
    return parks;
  }

  long polls() {
    return polls;
  }

  /** What the JVM counts. */
  void addThreads(RuntimeMetrics.Builder metrics, boolean parksKnown) {
    if (parksKnown && parks >= 0) {
      metrics.set(PARK_COUNT, parks);
      metrics.set(MAX_WORKER_PARK_COUNT, ofParks.most);
      metrics.set(MIN_WORKER_PARK_COUNT, ofParks.least());
    }
    metrics.set(CPU_NANOS, cpuNanos);
    metrics.set(ALLOCATED_BYTES, allocatedBytes);
  }

  /** What we count, in a time of that length. */
  void addPolls(RuntimeMetrics.Builder metrics, long elapsed) {
    metrics.set(POLL_COUNT, polls);
    metrics.set(MAX_WORKER_POLL_COUNT, ofPolls.most);
    metrics.set(MIN_WORKER_POLL_COUNT, ofPolls.least());
    metrics.set(BUSY_NANOS, busyNanos);
    metrics.set(MAX_WORKER_BUSY_NANOS, ofBusyNanos.most);
    metrics.set(MIN_WORKER_BUSY_NANOS, ofBusyNanos.least());
    metrics.set(MEAN_POLL_NANOS, polls == 0 ? 0 : busyNanos / polls);
    metrics.set(MAX_WORKER_MEAN_POLL_NANOS, ofMeanPollNanos.most);
    metrics.set(MIN_WORKER_MEAN_POLL_NANOS, ofMeanPollNanos.least());
    // The workers are read one after the other, so a sum may be some nanoseconds above the whole.
    double time = (double) elapsed * compared;
    metrics.setFraction(BUSY_RATIO, time <= 0 ? 0 : Math.min(1, busyNanos / time));
  }
}
