package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.List;

/**
 * All metrics of one monitor or runtime, and its histograms: on one screen, or on request by their
 * names, a line each, and with what each means.
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
   * @param switches whether the monitor, if it is one, watches new tasks
   */
  public static List<Line> lines(
      Interval<?> interval, String what, Switches switches, Form form, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    String title =
        "%s, %s: %s from %s"
            .formatted(
                SwitchesView.marked(interval, switches),
                what,
                Durations.detailed(interval.elapsedNanos(), symbols),
                interval.start());
    lines.add(Line.header(symbols.fit(title, width)));
    if (interval instanceof TaskInterval tasks) {
      lines.addAll(SwitchesView.lines(List.of(tasks.monitor()), switches, width));
    }
    lines.addAll(
        form == Form.SUMMARY
            ? summary(interval, width, symbols)
            : list(interval, form == Form.EXPLAINED, width, symbols));
    lines.addAll(HistogramView.lines(interval, width, symbols));
    return lines;
  }

  private static List<Line> summary(Interval<?> interval, int width, Symbols symbols) {
    return switch (interval) {
      case TaskInterval tasks -> SummaryView.lines(tasks, width, symbols);
      case RuntimeInterval runtime -> RuntimeSummaryView.lines(runtime, width, symbols);
    };
  }

  private static List<Line> list(
      Interval<?> interval, boolean explain, int width, Symbols symbols) {
    List<Metric> metrics = Subject.of(interval).metrics();
    int names = 0;
    int values = 0;
    for (Metric metric : metrics) {
      names = Math.max(names, metric.metricName().length());
      values = Math.max(values, value(interval, metric, symbols).length());
    }
    List<Line> lines = new ArrayList<>();
    for (Metric metric : metrics) {
      String value = value(interval, metric, symbols);
      String line = ("%-" + names + "s  %" + values + "s").formatted(metric.metricName(), value);
      lines.add(Line.plain(symbols.fit(line, width)));
      if (explain) {
        Paragraph.of(metric.help(), "    ", width).forEach(text -> lines.add(Line.note(text)));
      }
    }
    return lines;
  }

  private static String value(Interval<?> interval, Metric metric, Symbols symbols) {
    return Values.detailed(metric, interval, symbols);
  }
}
