package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import java.util.Map;

/** What adds up, per second, so that stretches of different lengths can be compared. */
public final class Rates {
  private Rates() {}

  /** All values of the interval, with all that adds up divided by its length in seconds. */
  public static Map<Metric, Number> perSecond(Interval<?> interval) {
    Map<Metric, Number> values = Numbers.all(interval);
    double seconds = interval.elapsedNanos() / 1e9;
    values.replaceAll((metric, value) ->
        metric.addsUp() && Numbers.has(interval, metric)
            ? (Number) (seconds == 0 ? 0.0 : value.doubleValue() / seconds)
            : value);
    return values;
  }
}
