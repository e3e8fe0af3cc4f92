package io.pickglass.monitor;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;

/**
 * The time that tasks have lived, all of them added up, by what they did. In floating point,
 * because it outgrows a {@code long}; its shares are what is asked for.
 *
 * @param upTo the snapshot up to which it is counted
 * @param busy nanoseconds in polls
 * @param scheduled nanoseconds ready, the wait for the first poll included
 * @param idle nanoseconds waiting
 */
record LivedTime(Snapshot upTo, double busy, double scheduled, double idle) {
  LivedTime plus(LivedTime more, Snapshot newUpTo) {
    return new LivedTime(newUpTo, busy + more.busy, scheduled + more.scheduled, idle + more.idle);
  }

  /** Adds the whole and its three shares; without any time the shares are 0. */
  void addTo(TaskMetrics.Builder metrics) {
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
