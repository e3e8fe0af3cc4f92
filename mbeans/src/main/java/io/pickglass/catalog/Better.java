package io.pickglass.catalog;

/**
 * Which way a metric should move, as far as that can be said of it alone. What only follows the
 * load, as counts of tasks and polls do, is neither.
 */
public enum Better {
  /** Less of it is better: waits, slow polls, failures. */
  LOWER,
  /** More of it is better: room. */
  HIGHER,
  /** It depends on what the program was asked to do. */
  NEITHER;

  static Better of(TaskMetric metric) {
    return switch (metric) {
      case FAILED_COUNT,
          SCHEDULED_NOW_COUNT,
          OLDEST_SCHEDULED_NANOS,
          FIRST_POLL_DELAY_NANOS,
          MAX_FIRST_POLL_DELAY_NANOS,
          MEAN_FIRST_POLL_DELAY_NANOS,
          P50_FIRST_POLL_DELAY_NANOS,
          P90_FIRST_POLL_DELAY_NANOS,
          P99_FIRST_POLL_DELAY_NANOS,
          P999_FIRST_POLL_DELAY_NANOS,
          MAX_POLL_NANOS,
          MEAN_POLL_NANOS,
          P50_POLL_NANOS,
          P90_POLL_NANOS,
          P99_POLL_NANOS,
          P999_POLL_NANOS,
          MEAN_FAST_POLL_NANOS,
          SLOW_POLL_COUNT,
          SLOW_POLL_NANOS,
          MEAN_SLOW_POLL_NANOS,
          SLOW_POLL_RATIO,
          SCHEDULED_NANOS,
          MAX_SCHEDULED_NANOS,
          MEAN_SCHEDULED_NANOS,
          P50_SCHEDULED_NANOS,
          P90_SCHEDULED_NANOS,
          P99_SCHEDULED_NANOS,
          P999_SCHEDULED_NANOS,
          MEAN_SHORT_DELAY_NANOS,
          LONG_DELAY_COUNT,
          LONG_DELAY_NANOS,
          MEAN_LONG_DELAY_NANOS,
          LONG_DELAY_RATIO,
          PINNED_COUNT,
          PINNED_NANOS,
          SCHEDULED_RATIO ->
          LOWER;
      default -> NEITHER;
    };
  }

  static Better of(RuntimeMetric metric) {
    return switch (metric) {
      case COMPENSATION_COUNT,
          QUEUE_DEPTH,
          GLOBAL_QUEUE_DEPTH,
          LOCAL_QUEUE_DEPTH,
          STARVATION_NANOS,
          MEAN_POLL_NANOS,
          MAX_WORKER_MEAN_POLL_NANOS,
          MIN_WORKER_MEAN_POLL_NANOS,
          NOOP_COUNT_AT_LEAST,
          PINNED_COUNT,
          PINNED_NANOS,
          SUBMIT_FAILED_COUNT ->
          LOWER;
      case QUEUE_REMAINING_CAPACITY, POLLS_PER_PARK -> HIGHER;
      default -> NEITHER;
    };
  }
}
