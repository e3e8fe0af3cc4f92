package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Intervals as they come, a line for each sequence number and monitor or runtime. */
public final class TailView {
  /** The remark about another life of the target. */
  public static final String RESTARTED =
      "the target has restarted: its sequence numbers begin anew";

  private static final Column<Interval<?>> OFF =
      new Column<>("", 3, Column.Align.LEFT, 2, Comparator.comparing(_ -> 0), (_, _) -> "off");

  private final Table<Interval<?>> table;
  private final Table<Interval<?>> still;

  /**
   * For these monitors or runtimes.
   *
   * @param columns those after the sequence number and the name
   */
  public TailView(
      Subject subject,
      List<String> names,
      List<Column<Interval<?>>> columns,
      int width,
      Symbols symbols) {
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    List<Column<Interval<?>>> all = new ArrayList<>();
    all.add(IntervalColumns.sequence());
    all.add(IntervalColumns.name(subject, widest));
    all.addAll(columns);
    this.table = Table.streaming(all, width, symbols);
    this.still = Table.streaming(List.of(all.get(0), all.get(1), OFF), width, symbols);
  }

  /** Says of which target a line is, where there are several with these titles. */
  public static Column<Interval<?>> target(String title, List<String> titles) {
    int widest = titles.stream().mapToInt(String::length).max().orElse(0);
    return new Column<>(
        "target", widest, Column.Align.LEFT, 0, Comparator.comparing(_ -> title), (_, _) -> title);
  }

  /** The names of the columns. */
  public Line header() {
    return table.header();
  }

  /** The line of one interval; of a monitor that stands still because it is off, just that. */
  public Line row(Interval<?> interval, Switches switches) {
    boolean off =
        interval instanceof TaskInterval tasks
            && isStill(tasks.metrics())
            && !switches.watches(tasks.monitor());
    return (off ? still : table).row(interval);
  }

  private static boolean isStill(TaskMetrics metrics) {
    return metrics.get(TaskMetric.INSTRUMENTED_COUNT) == 0
        && metrics.get(TaskMetric.ENDED_COUNT) == 0
        && metrics.get(TaskMetric.LIVE_COUNT) == 0;
  }

  /** The remark about what did not come. */
  public static String sentence(Zipped.Missed missed) {
    return missed.count() == 1
        ? "missed 1 interval (%d): it is no longer kept".formatted(missed.from())
        : "missed %d intervals (%d to %d): they are no longer kept"
            .formatted(missed.count(), missed.from(), missed.to());
  }
}
