package io.pickglass.catalog;

/** What is kept not only as a count and a sum: its maximum and its histogram, too. Nanoseconds. */
public enum Distribution implements Distributed {
  /** The durations of polls, booked as they end. */
  POLL("poll", "polls"),
  /** The waits of ready tasks for a poll that is not their first, booked as it starts. */
  SCHEDULED("scheduled", "scheduled waits"),
  /** The waits for first polls, booked as they start. */
  FIRST_POLL_DELAY("first_poll_delay", "waits for a first poll"),
  /** Idle periods, booked at the wake that ends them. */
  IDLE("idle", "idle periods");

  /** How many there are. */
  public static final int COUNT = 4;

  private final String series;
  private final String plural;

  Distribution(String series, String plural) {
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

  /** The greatest of its values. */
  public TaskMetric maximum() {
    // No field: this enum is a part of that one's constants and must not need them to be made.
    return switch (this) {
      case POLL -> TaskMetric.MAX_POLL_NANOS;
      case SCHEDULED -> TaskMetric.MAX_SCHEDULED_NANOS;
      case FIRST_POLL_DELAY -> TaskMetric.MAX_FIRST_POLL_DELAY_NANOS;
      case IDLE -> TaskMetric.MAX_IDLE_NANOS;
    };
  }
}
