package io.pickglass.repl.top.page;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.view.TaskState;
import io.pickglass.repl.view.TaskText;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The columns of tasks and of groups of them. */
final class TaskCols {
  /** The column for which the target must look at threads. */
  static final String WAITS_FOR = "Waits for";

  /** The column of what only this console counts. */
  static final String WARN = "Warn";

  private TaskCols() {}

  /**
   * Of tasks. On a narrow screen stay, in this order: which it is, what it does and how long it
   * lives, its name, and where that time went.
   */
  static List<Col<SeenTask>> ofTasks() {
    return List.of(
        new Col<>(
            WARN,
            "how many warnings name the task; `!` shows them",
            true,
            0,
            4,
            "warnings",
            Comparator.comparingLong(SeenTask::warnings),
            (seen, look) ->
                seen.warnings() == 0
                    ? Span.plain("")
                    : Span.bold(look.warning() + " " + seen.warnings(), Ink.BAD),
            false),
        text(
            "ID",
            "v123: the virtual thread of that number; x17: what an executor was given; a4: an"
                + " asynchronous pipeline; h2: a task of the program's own scheduler; s9: a section",
            0,
            "id",
            TaskRow::id),
        Col.cell(
            "State",
            "BUSY: in a poll. SCHED: ready, and nobody polls it. IDLE: it waits. DONE, CANCELLED,"
                + " FAILED: it is over",
            1,
            "state",
            Comparator.comparing(seen -> seen.task().state()),
            (seen, look) ->
                Span.of(TaskState.cell(seen.task().state(), look.symbols()), ink(seen.task()))),
        text("Name", "what the task, its thread or its place is called", 2, "name", TaskRow::name),
        time("Total", "from its beginning to now, or to its end", 1, "total", TaskRow::totalNanos),
        time("Busy", "its time in polls, with the one in progress", 3, "busy", TaskRow::busyNanos),
        time(
            "Sched",
            "the time it was ready and nobody polled it",
            3,
            "scheduled",
            TaskRow::scheduledNanos),
        time("Idle", "the time it waited for something", 3, "idle", TaskRow::idleNanos),
        Col.count("Polls", "how often it was polled", 5, "polls", seen -> seen.task().pollCount()),
        text(
            "Target",
            "the class whose code it runs",
            8,
            "target",
            task -> TaskText.shortened(task.target())),
        Col.place(
            "Location", "where it was started", 6, "location", seen -> seen.task().location()),
        text("Monitor", "the monitor that counts it", 4, "monitor", TaskRow::monitor),
        Col.text(
            WAITS_FOR,
            "what it waits for and who has that, as far as somebody has it; hidden at first, as to"
                + " find out holds some of those that wait for some microseconds",
            7,
            "waitsFor",
            SeenTask::waitsFor),
        Col.text(
            "Fields",
            "its kind, and what the program has noted of it",
            7,
            "kind",
            TaskCols::fields));
  }

  private static String fields(SeenTask seen) {
    String kind = "kind=" + seen.task().kind();
    return (kind + " " + String.join(" ", seen.task().fields())).strip();
  }

  private static Ink ink(TaskRow task) {
    return switch (task.state()) {
      case "running" -> Ink.GOOD;
      case "scheduled" -> Ink.NOTE;
      case "failed" -> Ink.BAD;
      default -> Ink.PLAIN;
    };
  }

  /** Of groups, under the name of what the tasks of one have in common. */
  static List<Col<TaskGroup>> ofGroups(String by) {
    String header = Character.toUpperCase(by.charAt(0)) + by.substring(1);
    return List.of(
        Col.text(
            header,
            "what the tasks of a group have in common",
            0,
            "",
            group -> group.value().isEmpty() ? "(none)" : group.value()),
        Col.count("Tasks", "how many there are", 1, "", TaskGroup::taskCount),
        Col.count("Running", "those in a poll", 4, "", TaskGroup::runningCount),
        Col.count("Sched", "those that are ready", 4, "", TaskGroup::scheduledCount),
        Col.count("Idle", "those that wait", 4, "", TaskGroup::idleCount),
        Col.count("Ended", "those that are over", 5, "", TaskGroup::endedCount),
        Col.time("Total", "the sum of their lives", 2, "", TaskGroup::totalNanos),
        Col.time("Busy", "the sum of their polls", 3, "", TaskGroup::busyNanos),
        Col.time("Ready", "the sum of the time they were ready", 3, "", TaskGroup::scheduledNanos),
        Col.time("Waiting", "the sum of the time they waited", 3, "", TaskGroup::idleNanos),
        Col.count("Polls", "how often they were polled", 6, "", TaskGroup::pollCount));
  }

  private static Col<SeenTask> text(
      String header, String meaning, int priority, String key, Function<TaskRow, String> text) {
    return Col.text(header, meaning, priority, key, seen -> text.apply(seen.task()));
  }

  private static Col<SeenTask> time(
      String header, String meaning, int priority, String key, ToLongFunction<TaskRow> nanos) {
    return Col.time(header, meaning, priority, key, seen -> nanos.applyAsLong(seen.task()));
  }
}
