package io.pickglass.repl.series;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import java.util.Map;

/** What adds up, per second, so that stretches of different lengths can be compared. */
public final class Rates {
  private Rates() {}

  /** All values of the interval, with all that adds up divided by its length in seconds. */
  public static Map<TaskMetric, Number> perSecond(TaskInterval interval) {
    Map<TaskMetric, Number> values = interval.metrics().asMap();
    double seconds = interval.elapsedNanos() / 1e9;
    values.replaceAll((metric, value) ->
        metric.addsUp() && interval.metrics().has(metric)
            ? (Number) (seconds == 0 ? 0.0 : value.doubleValue() / seconds)
            : value);
    return values;
  }
}
