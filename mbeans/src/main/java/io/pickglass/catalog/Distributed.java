package io.pickglass.catalog;

/** What is kept as a histogram: of a monitor's tasks, or of a runtime. Nanoseconds. */
public sealed interface Distributed permits Distribution, RuntimeDistribution {
  /** Its word in the names of Prometheus series: {@code first_poll_delay}. */
  String series();

  /** What is measured, for sentences: {@code polls}. */
  String plural();

  /** Its word in names of the model: {@code firstPollDelay}. */
  String metricName();
}
