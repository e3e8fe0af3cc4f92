package io.pickglass.repl.explain;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Values;
import java.util.Locale;

/**
 * A number that was looked at.
 *
 * @param name a metric, or two with / between them
 * @param value as JSON has it
 * @param text as people read it
 */
public record Reading(String name, Number value, String text) {
  static Reading of(Metric metric, Interval<?> interval, Symbols symbols) {
    return new Reading(
        metric.metricName(),
        Numbers.of(interval, metric),
        Values.detailed(metric, interval, symbols));
  }

  /** So many of one for each of the other. */
  static Reading each(Metric part, Metric whole, double value) {
    return new Reading(
        part.metricName() + " / " + whole.metricName(),
        value,
        String.format(Locale.ROOT, "%,.1f", value));
  }
}
