package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.*;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;
import java.util.Optional;

/** Means, maxima, percentiles and shares: they say nothing where there was nothing to measure. */
public final class Sampled {
  private Sampled() {}

  /** Whether the metric is zero only because there is nothing of which it could be. */
  public static boolean isOfNothing(Metric metric, Interval<?> interval) {
    return isZero(metric, interval) && whole(metric).filter(of -> isZero(of, interval)).isPresent();
  }

  private static boolean isZero(Metric metric, Interval<?> interval) {
    return Numbers.of(interval, metric).doubleValue() == 0;
  }

  private static Optional<? extends Metric> whole(Metric metric) {
    return switch (metric) {
      case TaskMetric m -> whole(m);
      case RuntimeMetric m -> whole(m);
    };
  }

  private static Optional<RuntimeMetric> whole(RuntimeMetric metric) {
    return Optional.ofNullable(
        switch (metric) {
          case MEAN_POLL_NANOS,
              MAX_WORKER_MEAN_POLL_NANOS,
              MIN_WORKER_MEAN_POLL_NANOS,
              P50_POLL_NANOS,
              P90_POLL_NANOS,
              P99_POLL_NANOS,
              P999_POLL_NANOS,
              P50_SCHEDULING_DELAY_NANOS,
              P90_SCHEDULING_DELAY_NANOS,
              P99_SCHEDULING_DELAY_NANOS,
              P999_SCHEDULING_DELAY_NANOS ->
              RuntimeMetric.POLL_COUNT;
          case POLLS_PER_PARK -> RuntimeMetric.PARK_COUNT;
          // A pool whose tasks nobody watches is not idle.
          case BUSY_RATIO -> RuntimeMetric.BUSY_NANOS;
          default -> null;
        });
  }

  private static Optional<TaskMetric> whole(TaskMetric metric) {
    return Optional.ofNullable(
        switch (metric) {
          case MAX_FIRST_POLL_DELAY_NANOS,
              MEAN_FIRST_POLL_DELAY_NANOS,
              P50_FIRST_POLL_DELAY_NANOS,
              P90_FIRST_POLL_DELAY_NANOS,
              P99_FIRST_POLL_DELAY_NANOS,
              P999_FIRST_POLL_DELAY_NANOS ->
              FIRST_POLL_COUNT;
          case MAX_POLL_NANOS,
              MEAN_POLL_NANOS,
              P50_POLL_NANOS,
              P90_POLL_NANOS,
              P99_POLL_NANOS,
              P999_POLL_NANOS,
              SLOW_POLL_RATIO ->
              POLL_COUNT;
          case MEAN_FAST_POLL_NANOS -> FAST_POLL_COUNT;
          case MEAN_SLOW_POLL_NANOS -> SLOW_POLL_COUNT;
          case MAX_SCHEDULED_NANOS,
              MEAN_SCHEDULED_NANOS,
              P50_SCHEDULED_NANOS,
              P90_SCHEDULED_NANOS,
              P99_SCHEDULED_NANOS,
              P999_SCHEDULED_NANOS,
              LONG_DELAY_RATIO ->
              SCHEDULED_COUNT;
          case MEAN_SHORT_DELAY_NANOS -> SHORT_DELAY_COUNT;
          case MEAN_LONG_DELAY_NANOS -> LONG_DELAY_COUNT;
          case MAX_IDLE_NANOS,
              MEAN_IDLE_NANOS,
              P50_IDLE_NANOS,
              P90_IDLE_NANOS,
              P99_IDLE_NANOS,
              P999_IDLE_NANOS ->
              IDLE_COUNT;
          case BUSY_RATIO, SCHEDULED_RATIO, IDLE_RATIO -> LIVED_NANOS;
          case OLDEST_SCHEDULED_NANOS -> SCHEDULED_NOW_COUNT;
          default -> null;
        });
  }
}
