package io.pickglass.model;

import io.pickglass.catalog.Metric;
import java.time.Instant;

/**
 * The metrics of one monitor or runtime over one stretch of time. Those of all that a sampler
 * watches have the same boundaries.
 *
 * @param <M> the table of the catalog to which the metrics belong
 */
public sealed interface Interval<M extends Metric> permits TaskInterval, RuntimeInterval {
  /** The name of the monitor or runtime. */
  String name();

  /**
   * The number of the sampler's tick that ended it, the same for all; for numbers since the start,
   * of the last tick before they were read.
   */
  long sequence();

  /** When it began, by the wall clock of the watched process. */
  Instant start();

  /** How long it was, by the monotonic clock. */
  long elapsedNanos();

  /** What happened in it. */
  Metrics<M> metrics();
}
