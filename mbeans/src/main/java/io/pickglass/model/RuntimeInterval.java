package io.pickglass.model;

import io.pickglass.catalog.RuntimeMetric;
import java.time.Instant;

/**
 * The metrics of one runtime over one stretch of time.
 *
 * @param runtime the runtime's name
 * @param sequence the number of the sampler's tick that ended it, the same for all; for numbers
 *     since the start, of the last tick before they were read
 * @param start when it began, by the wall clock of the watched process
 * @param elapsedNanos how long it was, by the monotonic clock
 * @param metrics what happened in it
 */
public record RuntimeInterval(
    String runtime, long sequence, Instant start, long elapsedNanos, RuntimeMetrics metrics)
    implements Interval<RuntimeMetric> {
  @Override
  public String name() {
    return runtime;
  }
}
