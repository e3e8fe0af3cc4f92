package io.pickglass.monitor;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;

/**
 * The time that tasks have lived, all of them added up, by what they did. In floating point,
 * because it outgrows a {@code long}; its shares are what is asked for.
 *
 * @param upTo the {@linkplain Snapshot#timesIn times} up to which it is counted, by {@link State}
 * @param nanos the nanoseconds, by state; scheduled includes the wait for the first poll
 */
record LivedTime(long[] upTo, double[] nanos) {
  // Far enough below 2^63: a billion tasks live another eight seconds before that.
  private static final long MOST_UNCOUNTED = 1L << 60;

  /** None yet, at that instant. */
  static LivedTime none(Snapshot now) {
    return new LivedTime(now.timesIn(), new double[State.COUNT]);
  }

  /** With what tasks have lived up to that snapshot. */
  LivedTime plus(Snapshot now) {
    double[] sums = nanos.clone();
    for (State state : State.ALL) {
      sums[state.ordinal()] += now.livedSince(upTo, state);
    }
    return new LivedTime(now.timesIn(), sums);
  }

  /** The same, counted up to that snapshot if it is time to do so. */
  LivedTime countedIn(Snapshot now) {
    for (State state : State.ALL) {
      if (now.livedSince(upTo, state) > MOST_UNCOUNTED) {
        return plus(now);
      }
    }
    return this;
  }

  /** Adds the whole and its three shares. */
  void putInto(TaskMetrics.Builder metrics) {
    put(
        metrics,
        nanos[State.RUNNING.ordinal()],
        nanos[State.SCHEDULED.ordinal()],
        nanos[State.IDLE.ordinal()]);
  }

  /** Adds these times, the whole and its three shares; without any time the shares are 0. */
  static void put(TaskMetrics.Builder metrics, double busy, double scheduled, double idle) {
    double whole = busy + scheduled + idle;
    metrics.set(TaskMetric.LIVED_NANOS, (long) whole);
    metrics.setRatio(TaskMetric.BUSY_RATIO, share(busy, whole));
    metrics.setRatio(TaskMetric.SCHEDULED_RATIO, share(scheduled, whole));
    metrics.setRatio(TaskMetric.IDLE_RATIO, share(idle, whole));
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
