package io.pickglass.catalog;

/**
 * The numbers of one reading, from which {@linkplain Kind#DERIVED derived} metrics are computed.
 */
@FunctionalInterface
public interface Readings {
  /** The value of a metric that is not derived. */
  long at(TaskMetric metric);
}
