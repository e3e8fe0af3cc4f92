package io.pickglass.catalog;

/** What a runtime has histograms of. */
public enum RuntimeDistribution implements Distributed {
  /** The durations of watched polls on its workers, booked as they end. */
  POLL("poll", "polls of watched tasks"),
  /** The waits of ready tasks for these polls, first ones included, booked as they start. */
  SCHEDULING_DELAY("scheduling_delay", "waits for a poll");

  /** How many there are. */
  public static final int COUNT = 2;

  private final String series;
  private final String plural;

  RuntimeDistribution(String series, String plural) {
    this.series = series;
    this.plural = plural;
  }

  @Override
  public String series() {
    return series;
  }

  @Override
  public String plural() {
    return plural;
  }

  @Override
  public String metricName() {
    return TaskMetric.camelCase(name());
  }
}
