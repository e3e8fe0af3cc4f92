package io.pickglass.repl.view;

import static io.pickglass.repl.view.Columns.cell;
import static io.pickglass.repl.view.Columns.count;
import static io.pickglass.repl.view.Columns.room;
import static io.pickglass.repl.view.Columns.text;
import static io.pickglass.repl.view.Columns.time;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskRow;
import java.util.List;

/**
 * The columns in which tasks and groups of them are shown. They come sorted, so the columns know no
 * order.
 */
final class TaskColumns {
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
        total(),
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

  // The only one that stays on a narrow screen says of which tasks no time is known.
  private static Column<TaskRow> total() {
    Column<TaskRow> total = time("total", 2, TaskRow::totalNanos);
    return new Column<>(
        total.header(),
        total.width(),
        total.align(),
        total.priority(),
        total.order(),
        (task, symbols) ->
            task.kind().equals("untimed") ? "untimed" : total.text().apply(task, symbols));
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
}
