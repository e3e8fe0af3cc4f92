package io.pickglass.repl.view;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.view.Column.Align;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The columns in which tasks and groups of them are shown. They come sorted, so the columns know no
 * order.
 */
final class TaskColumns {
  private static final int NARROWEST = 12;

  private TaskColumns() {}

  /**
   * Of tasks. On a narrow screen stay, in this order: which it is and what it does, its name, how
   * long it lives, and with what.
   */
  static List<Column<TaskRow>> ofTasks(int width) {
    return List.of(
        text("id", 0, width, TaskRow::id),
        cell("state", 1, (task, symbols) -> TaskState.cell(task.state(), symbols)),
        text("name", 2, room(width, 5), TaskRow::name),
        time("total", 2, TaskRow::totalNanos),
        time("busy", 3, TaskRow::busyNanos),
        time("sched", 3, TaskRow::scheduledNanos),
        time("idle", 3, TaskRow::idleNanos),
        count("polls", 5, TaskRow::pollCount),
        text("monitor", 4, room(width, 6), TaskRow::monitor),
        cell(
            "location",
            6,
            (task, symbols) -> TaskText.located(task.location(), room(width, 4), symbols)),
        text("target", 8, room(width, 5), task -> TaskText.shortened(task.target())),
        text("woken by", 9, room(width, 6), TaskRow::wokenBy),
        text("fields", 7, room(width, 5), task -> String.join(" ", task.fields())));
  }

  /** Of groups, under the name of what they have in common. */
  static List<Column<TaskGroup>> ofGroups(String by, int width) {
    return List.of(
        cell(
            by,
            0,
            (group, symbols) ->
                symbols.fit(
                    group.value().isEmpty() ? "(none)" : TaskText.clean(group.value()),
                    room(width, 2))),
        count("tasks", 1, TaskGroup::taskCount),
        count("running", 4, TaskGroup::runningCount),
        count("ready", 4, TaskGroup::scheduledCount),
        count("waiting", 4, TaskGroup::idleCount),
        count("ended", 5, TaskGroup::endedCount),
        time("total", 2, TaskGroup::totalNanos),
        time("busy", 3, TaskGroup::busyNanos),
        time("sched", 3, TaskGroup::scheduledNanos),
        time("idle", 3, TaskGroup::idleNanos),
        count("polls", 6, TaskGroup::pollCount));
  }

  /** A part of the screen that one long text may take. */
  private static int room(int width, int part) {
    return Math.max(NARROWEST, width / part);
  }

  private static <T> Column<T> cell(
      String header, int priority, BiFunction<T, Symbols, String> text) {
    return new Column<>(header, 0, Align.LEFT, priority, unordered(), text);
  }

  private static Column<TaskRow> text(
      String header, int priority, int most, Function<TaskRow, String> text) {
    return cell(
        header,
        priority,
        (task, symbols) -> symbols.fit(TaskText.orAbsent(text.apply(task), symbols), most));
  }

  private static <T> Column<T> time(String header, int priority, ToLongFunction<T> nanos) {
    return number(header, priority, nanos, Durations::brief);
  }

  private static <T> Column<T> count(String header, int priority, ToLongFunction<T> count) {
    return number(header, priority, count, (value, _) -> Long.toString(value));
  }

  private static <T> Column<T> number(
      String header,
      int priority,
      ToLongFunction<T> number,
      BiFunction<Long, Symbols, String> text) {
    return new Column<>(
        header,
        0,
        Align.RIGHT,
        priority,
        unordered(),
        (row, symbols) -> {
          long value = number.applyAsLong(row);
          return value < 0 ? symbols.absent() : text.apply(value, symbols);
        });
  }

  private static <T> Comparator<T> unordered() {
    return Comparator.comparing(_ -> 0);
  }
}
