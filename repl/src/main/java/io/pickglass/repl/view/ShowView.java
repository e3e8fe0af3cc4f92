package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import java.util.ArrayList;
import java.util.List;

/** All metrics of one monitor, on request with what each means, and its histograms. */
public final class ShowView {
  private ShowView() {}

  /**
   * The lines.
   *
   * @param what what the numbers are of, e.g. {@code since the start}
   */
  public static List<Line> lines(
      TaskInterval interval, String what, boolean explain, int width, Symbols symbols) {
    int names = 0;
    int values = 0;
    for (TaskMetric metric : TaskMetric.values()) {
      names = Math.max(names, metric.metricName().length());
      values = Math.max(values, value(interval, metric, symbols).length());
    }
    List<Line> lines = new ArrayList<>();
    String title =
        "%s, %s: %s from %s"
            .formatted(
                interval.monitor(),
                what,
                Durations.detailed(interval.elapsedNanos(), symbols),
                interval.start());
    lines.add(Line.header(symbols.fit(title, width)));
    for (TaskMetric metric : TaskMetric.values()) {
      String value = value(interval, metric, symbols);
      String line = ("%-" + names + "s  %" + values + "s").formatted(metric.metricName(), value);
      lines.add(Line.plain(symbols.fit(line, width)));
      if (explain) {
        Paragraph.of(metric.help(), "    ", width).forEach(text -> lines.add(Line.note(text)));
      }
    }
    lines.addAll(HistogramView.lines(interval.metrics(), width, symbols));
    return lines;
  }

  private static String value(TaskInterval interval, TaskMetric metric, Symbols symbols) {
    return Values.detailed(metric, interval.metrics().number(metric), symbols);
  }
}
