package io.pickglass.model;

import io.pickglass.catalog.Metric;
import java.util.Map;

/**
 * One value for every metric of a table of the catalog, of one interval or since the start.
 *
 * @param <M> the table
 */
public sealed interface Metrics<M extends Metric> permits TaskMetrics, RuntimeMetrics {
  /** What an absent metric reads. */
  long ABSENT = -1;

  /** Whether the metric could be known. */
  boolean has(M metric);

  /** The value, -1 where absent: a {@link Double} for a fraction, else a {@link Long}. */
  Number number(M metric);

  /** All values by metric, in the order of the catalog. */
  Map<M, Number> asMap();
}
