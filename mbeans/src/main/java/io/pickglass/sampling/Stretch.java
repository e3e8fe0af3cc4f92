package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.time.Instant;

/**
 * When an interval was: as a rule the same for all that a sampler watches.
 *
 * @param start its beginning, by the wall clock
 * @param elapsedNanos its length, by the monotonic clock
 */
record Stretch(Instant start, long elapsedNanos) {
  /** That of an interval. */
  static Stretch of(Interval<?> interval) {
    return new Stretch(interval.start(), interval.elapsedNanos());
  }
}
