package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;

/**
 * From which values on a cell of {@code tail} is shown as bad: where a warning would be raised, and
 * for shares and means where docs/why-are-my-tasks-slow.md begins to look.
 */
final class Alarm {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double MILLIS = 1e6;

  private Alarm() {}

  static Tone of(Metric metric, Interval<?> interval) {
    return Numbers.of(interval, metric).doubleValue() >= limit(metric) ? Tone.BAD : Tone.PLAIN;
  }

  private static double limit(Metric metric) {
    return switch (metric) {
      case TaskMetric task ->
          switch (task) {
            case FAILED_COUNT -> 1;
            case MAX_POLL_NANOS, OLDEST_SCHEDULED_NANOS, MAX_SCHEDULED_NANOS -> 100 * MILLIS;
            case MAX_FIRST_POLL_DELAY_NANOS -> 100 * MILLIS;
            case MEAN_SCHEDULED_NANOS, MEAN_FIRST_POLL_DELAY_NANOS -> 10 * MILLIS;
            case SLOW_POLL_RATIO, LONG_DELAY_RATIO -> 0.1;
            default -> NEVER;
          };
      case RuntimeMetric runtime ->
          switch (runtime) {
            case STARVATION_NANOS -> 100 * MILLIS;
            case PINNED_COUNT, SUBMIT_FAILED_COUNT -> 1;
            default -> NEVER;
          };
    };
  }
}
