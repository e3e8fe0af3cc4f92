package io.pickglass.catalog;

/**
 * The numbers of one reading, from which {@linkplain Kind#DERIVED derived} metrics are computed.
 */
public interface Readings {
  /** The value of a metric that is not derived. */
  long at(TaskMetric metric);

  /**
   * The nanoseconds that this share of the values does not exceed; 0 without values, -1 where their
   * histogram is not known.
   */
  long quantile(Distribution of, double share);
}
