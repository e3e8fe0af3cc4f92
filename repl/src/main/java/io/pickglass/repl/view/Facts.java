package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some metrics by their names on a line of their own.
 *
 * @param name what they have in common
 */
record Facts(String name, List<? extends Metric> metrics) {

  /** The lines, without what is absent. */
  static List<Line> lines(List<Facts> all, Interval<?> interval, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    for (Facts facts : all) {
      String text =
          facts.metrics.stream()
              .filter(metric -> Numbers.has(interval, metric))
              .map(metric -> metric.metricName() + " " + Values.detailed(metric, interval, symbols))
              .collect(Collectors.joining(", "));
      if (!text.isEmpty()) {
        Paragraph.of(facts.name + ": " + text, "", width)
            .forEach(line -> lines.add(Line.plain(line)));
      }
    }
    return lines;
  }
}
