package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.List;

/**
 * All metrics of one monitor and its histograms: on one screen, or on request by their names, a
 * line each, and with what each means.
 */
public final class ShowView {
  private ShowView() {}

  /** How much room it may take. */
  public enum Form {
    /** One screen. */
    SUMMARY,
    /** Each metric by its name. */
    LIST,
    /** Each metric by its name, with its sentence. */
    EXPLAINED
  }

  /**
   * The lines.
   *
   * @param what what the numbers are of, e.g. {@code since the start}
   * @param switches whether the monitor watches new tasks
   */
  public static List<Line> lines(
      TaskInterval interval,
      String what,
      Switches switches,
      Form form,
      int width,
      Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    String title =
        "%s, %s: %s from %s"
            .formatted(
                SwitchesView.marked(interval.monitor(), switches),
                what,
                Durations.detailed(interval.elapsedNanos(), symbols),
                interval.start());
    lines.add(Line.header(symbols.fit(title, width)));
    lines.addAll(SwitchesView.lines(List.of(interval.monitor()), switches, width));
    lines.addAll(
        form == Form.SUMMARY
            ? SummaryView.lines(interval, width, symbols)
            : list(interval, form == Form.EXPLAINED, width, symbols));
    lines.addAll(HistogramView.lines(interval.metrics(), width, symbols));
    return lines;
  }

  private static List<Line> list(
      TaskInterval interval, boolean explain, int width, Symbols symbols) {
    int names = 0;
    int values = 0;
    for (TaskMetric metric : TaskMetric.values()) {
      names = Math.max(names, metric.metricName().length());
      values = Math.max(values, value(interval, metric, symbols).length());
    }
    List<Line> lines = new ArrayList<>();
    for (TaskMetric metric : TaskMetric.values()) {
      String value = value(interval, metric, symbols);
      String line = ("%-" + names + "s  %" + values + "s").formatted(metric.metricName(), value);
      lines.add(Line.plain(symbols.fit(line, width)));
      if (explain) {
        Paragraph.of(metric.help(), "    ", width).forEach(text -> lines.add(Line.note(text)));
      }
    }
    return lines;
  }

  private static String value(TaskInterval interval, TaskMetric metric, Symbols symbols) {
    return Values.detailed(metric, interval.metrics(), symbols);
  }
}
