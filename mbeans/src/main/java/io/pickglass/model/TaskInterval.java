package io.pickglass.model;

import io.pickglass.catalog.TaskMetric;
import java.time.Instant;

/**
 * The metrics of one monitor over one stretch of time.
 *
 * @param monitor the monitor's name
 * @param sequence the number of the sampler's tick that ended it, the same for all monitors; for
 *     numbers since the start, of the last tick before they were read
 * @param start when it began, by the wall clock of the watched process
 * @param elapsedNanos how long it was, by the monotonic clock
 * @param metrics what happened in it
 */
public record TaskInterval(
    String monitor, long sequence, Instant start, long elapsedNanos, TaskMetrics metrics)
    implements Interval<TaskMetric> {
  @Override
  public String name() {
    return monitor;
  }
}
