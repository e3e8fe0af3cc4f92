package io.pickglass.repl.view;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All monitors, a line each. */
public final class MonitorsView {
  private static final List<Column<TaskInterval>> COLUMNS = columns(Switches.ON);

  private MonitorsView() {}

  /** By which columns the lines can be sorted. */
  public static List<String> sortKeys() {
    return COLUMNS.stream().map(Column::header).toList();
  }

  /** The order of a column; equals are in the order of their names. */
  public static Optional<Comparator<TaskInterval>> order(String header) {
    return COLUMNS.stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .map(column -> column.order().thenComparing(TaskInterval::monitor));
  }

  /**
   * The lines.
   *
   * @param what what the numbers are of, e.g. {@code since the start}
   * @param switches which of them watch new tasks
   */
  public static List<Line> lines(
      List<TaskInterval> monitors, String what, Switches switches, int width, Symbols symbols) {
    if (monitors.isEmpty()) {
      String none = "no monitors: the program has not called Pickglass.monitor(name) yet";
      return List.of(Line.note(symbols.fit(none, width)));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(symbols.fit(what, width)));
    lines.addAll(Table.of(columns(switches), monitors, width, symbols).lines(monitors));
    List<String> names = monitors.stream().map(TaskInterval::monitor).toList();
    lines.addAll(SwitchesView.lines(names, switches, width));
    return lines;
  }

  private static List<Column<TaskInterval>> columns(Switches switches) {
    List<Column<TaskInterval>> columns = new ArrayList<>();
    columns.add(IntervalColumns.monitor(8, switches));
    columns.addAll(IntervalColumns.DEFAULT);
    return List.copyOf(columns);
  }
}
