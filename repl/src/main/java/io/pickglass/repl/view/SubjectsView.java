package io.pickglass.repl.view;

import io.pickglass.model.Interval;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All monitors or all runtimes, a line each. */
public final class SubjectsView {
  private SubjectsView() {}

  /** By which columns the lines can be sorted. */
  public static List<String> sortKeys(Subject subject) {
    return columns(subject, Switches.ON, Kinds.NONE).stream().map(Column::header).toList();
  }

  /** The order of a column; equals are in the order of their names. */
  public static Optional<Comparator<Interval<?>>> order(Subject subject, String header) {
    return columns(subject, Switches.ON, Kinds.NONE).stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .map(column -> column.order().thenComparing(Interval::name));
  }

  /**
   * The lines.
   *
   * @param what what the numbers are of, e.g. {@code since the start}
   * @param switches which monitors watch new tasks
   * @param kinds of what kind the runtimes are
   */
  public static List<Line> lines(
      Subject subject,
      List<? extends Interval<?>> all,
      String what,
      Switches switches,
      Kinds kinds,
      int width,
      Symbols symbols) {
    if (all.isEmpty()) {
      return List.of(Line.note(symbols.fit(none(subject), width)));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(Line.note(symbols.fit(what, width)));
    List<Interval<?>> rows = List.copyOf(all);
    lines.addAll(Table.of(columns(subject, switches, kinds), rows, width, symbols).lines(rows));
    if (subject == Subject.MONITOR) {
      List<String> names = all.stream().<String>map(Interval::name).toList();
      lines.addAll(SwitchesView.lines(names, switches, width));
    }
    return lines;
  }

  /** What is said of no monitors where there is an agent. */
  public static Line noneUnderAgent(int width, Symbols symbols) {
    return Line.note(
        symbols.fit(
            "no monitors yet: the agent has seen no task begin that it is to watch", width));
  }

  private static String none(Subject subject) {
    return switch (subject) {
      case MONITOR -> "no monitors: the program has not called Pickglass.monitor(name) yet";
      case RUNTIME ->
          "no runtimes: the program has not called Pickglass.start(), or its Pickglass is older than"
              + " they are";
    };
  }

  private static List<Column<Interval<?>>> columns(
      Subject subject, Switches switches, Kinds kinds) {
    List<Column<Interval<?>>> columns = new ArrayList<>();
    columns.add(IntervalColumns.name(subject, 8, switches));
    if (subject == Subject.RUNTIME) {
      columns.add(IntervalColumns.kind(kinds));
    }
    columns.addAll(IntervalColumns.of(subject));
    return List.copyOf(columns);
  }
}
