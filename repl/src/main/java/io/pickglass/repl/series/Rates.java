package io.pickglass.repl.series;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import java.util.Map;

/** Counters per second, so that stretches of different lengths can be compared. */
public final class Rates {
  private Rates() {}

  /** All values of the interval, with every counter divided by its length in seconds. */
  public static Map<TaskMetric, Number> perSecond(TaskInterval interval) {
    Map<TaskMetric, Number> values = interval.metrics().asMap();
    double seconds = interval.elapsedNanos() / 1e9;
    values.replaceAll((metric, value) ->
        metric.kind() == Kind.COUNTER && interval.metrics().has(metric)
            ? (Number) (seconds == 0 ? 0.0 : value.doubleValue() / seconds)
            : value);
    return values;
  }
}
