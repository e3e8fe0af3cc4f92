package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.series.Zipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Intervals as they come, a line for each monitor and sequence number. */
public final class TailView {
  private static final Column<TaskInterval> OFF =
      new Column<>("", 3, Column.Align.LEFT, 2, Comparator.comparing(_ -> 0), (_, _) -> "off");

  private final Table<TaskInterval> table;
  private final Table<TaskInterval> still;

  /**
   * For these monitors and columns.
   *
   * @param columns those after the sequence number and the monitor's name
   */
  public TailView(
      List<String> monitors, List<Column<TaskInterval>> columns, int width, Symbols symbols) {
    int names = monitors.stream().mapToInt(String::length).max().orElse(0);
    List<Column<TaskInterval>> all = new ArrayList<>();
    all.add(IntervalColumns.sequence());
    all.add(IntervalColumns.monitor(names));
    all.addAll(columns);
    this.table = Table.streaming(all, width, symbols);
    this.still = Table.streaming(List.of(all.get(0), all.get(1), OFF), width, symbols);
  }

  /** The names of the columns. */
  public Line header() {
    return table.header();
  }

  /** The line of one interval; of a monitor that stands still because it is off, just that. */
  public Line row(TaskInterval interval, Switches switches) {
    boolean isStill =
        interval.metrics().get(TaskMetric.INSTRUMENTED_COUNT) == 0
            && interval.metrics().get(TaskMetric.ENDED_COUNT) == 0
            && interval.metrics().get(TaskMetric.LIVE_COUNT) == 0;
    boolean off = isStill && !switches.watches(interval.monitor());
    return (off ? still : table).row(interval);
  }

  /** The remark about what did not come. */
  public static String sentence(Zipped.Missed missed) {
    return missed.count() == 1
        ? "missed 1 interval (%d): it is no longer kept".formatted(missed.from())
        : "missed %d intervals (%d to %d): they are no longer kept"
            .formatted(missed.count(), missed.from(), missed.to());
  }
}
