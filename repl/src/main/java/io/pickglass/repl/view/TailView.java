package io.pickglass.repl.view;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Zipped;
import java.util.ArrayList;
import java.util.List;

/** Intervals as they come, a line for each monitor and sequence number. */
public final class TailView {
  private final Table<TaskInterval> table;

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
  }

  /** The names of the columns. */
  public Line header() {
    return table.header();
  }

  /** The line of one interval. */
  public Line row(TaskInterval interval) {
    return table.row(interval);
  }

  /** The remark about what did not come. */
  public static String sentence(Zipped.Missed missed) {
    return missed.count() == 1
        ? "missed 1 interval (%d): it is no longer kept".formatted(missed.from())
        : "missed %d intervals (%d to %d): they are no longer kept"
            .formatted(missed.count(), missed.from(), missed.to());
  }
}
