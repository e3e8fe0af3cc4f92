package io.pickglass.repl.view;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks that were asked for, a line each; or the groups that they make. */
public final class TasksView {
  private TasksView() {}

  /** The lines of tasks. */
  public static List<Line> tasks(TaskList list, int width, Symbols symbols) {
    List<TaskRow> rows = list.rows();
    List<Line> lines = head(list, rows.size(), list.matchedCount(), width, symbols);
    if (!rows.isEmpty()) {
      lines.addAll(table(list, width, symbols));
    }
    return lines;
  }

  /** The lines of the tasks alone, under the names of the columns. */
  public static List<Line> table(TaskList list, int width, Symbols symbols) {
    List<TaskRow> rows = list.rows();
    return Table.of(TaskColumns.ofTasks(width), rows, width, symbols).lines(rows);
  }

  /**
   * The lines of groups.
   *
   * @param by what the tasks of one have in common
   */
  public static List<Line> groups(TaskList list, String by, int width, Symbols symbols) {
    List<TaskGroup> groups = list.groups();
    List<Line> lines = head(list, groups.size(), -1, width, symbols);
    if (!groups.isEmpty()) {
      lines.addAll(Table.of(TaskColumns.ofGroups(by, width), groups, width, symbols).lines(groups));
    }
    return lines;
  }

  /** What is missing in the list, in plain words. */
  public static Optional<String> missing(TaskList list) {
    long unlisted = list.unlistedCount();
    if (unlisted <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        (unlisted == 1 ? "1 task was" : unlisted + " tasks were")
            + " counted since the start but could not be listed, as all places were taken: LiveLimit"
            + " of pickglass:type=Tasks gives more");
  }

  private static List<Line> head(TaskList list, int shown, long of, int width, Symbols symbols) {
    String title =
        "Tasks (%d) %s (%d) %s (%d) %s (%d)"
            .formatted(
                list.matchedCount(),
                TaskState.RUNNING.text("Running", symbols),
                list.runningCount(),
                TaskState.SCHEDULED.text("Sched", symbols),
                list.scheduledCount(),
                TaskState.IDLE.text("Idle", symbols),
                list.idleCount());
    List<Line> lines = new ArrayList<>();
    lines.add(Line.header(symbols.fit(title, width)));
    Paragraph.of(shown(list.offset(), shown, of) + ended(list), "", width)
        .forEach(line -> lines.add(Line.note(line)));
    return lines;
  }

  private static String ended(TaskList list) {
    long ended =
        list.matchedCount() - list.runningCount() - list.scheduledCount() - list.idleCount();
    return ended <= 0 || ended == list.matchedCount()
        ? ""
        : "; %d have ended: --state live leaves them out".formatted(ended);
  }

  /** Which of them are shown, and how to see others. */
  private static String shown(long offset, int shown, long of) {
    if (shown == 0) {
      return of > 0 ? "shown none: --limit and --offset say which" : "none";
    }
    String range = "shown %d-%d".formatted(offset + 1, offset + shown);
    return of > offset + shown ? range + ", --offset " + (offset + shown) + " goes on" : range;
  }
}
