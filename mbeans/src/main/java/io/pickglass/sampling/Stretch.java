package io.pickglass.sampling;

import java.time.Instant;

/**
 * When an interval was: as a rule the same for all that a sampler watches.
 *
 * @param start its beginning, by the wall clock
 * @param elapsedNanos its length, by the monotonic clock
 */
record Stretch(Instant start, long elapsedNanos) {
  /** From one moment to another. */
  static Stretch between(Moment begin, Moment end) {
    return new Stretch(begin.now(), end.nanos() - begin.nanos());
  }
}
