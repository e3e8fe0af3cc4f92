package io.pickglass.repl.top.page;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.table.Col;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the target for a screen of tasks: the window, and where the followed task is if
 * it has moved out of it.
 *
 * @param conditions in the target's language, all of which must hold
 * @param sort by which column
 * @param descending whether the greatest come first
 * @param offset how many tasks come before the window
 * @param limit how many are in it
 * @param follow the id of the task that must be in it; empty for none
 */
record TaskQuestion(
    List<String> conditions,
    Col<SeenTask> sort,
    boolean descending,
    long offset,
    int limit,
    String follow) {
  private static final int FAR = 1_000;

  /** The window; another one than was asked for if the followed task is there. */
  TaskList ask(Target target) {
    TaskList list = window(target, offset);
    if (follow.isEmpty() || has(list)) {
      return list;
    }
    if (!sort.number()) {
      return found(target, list);
    }
    TaskList found = target.tasks(text(List.of("id = " + quoted(follow)), 0, 1));
    if (found.rows().isEmpty()) {
      return list;
    }
    long before = rank(target, found.rows().getFirst());
    return window(target, Math.max(0, before - limit / 2));
  }

  /** By texts no rank can be asked for; it has hardly gone further than that. */
  private TaskList found(Target target, TaskList otherwise) {
    long first = Math.max(0, offset - FAR / 2);
    List<String> ids =
        target.tasks(text(List.of(), first, FAR)).rows().stream().map(TaskRow::id).toList();
    int at = ids.indexOf(follow);
    return at < 0 ? otherwise : window(target, Math.max(0, first + at - limit / 2));
  }

  private boolean has(TaskList list) {
    return list.rows().stream().anyMatch(row -> row.id().equals(follow));
  }

  private long rank(Target target, TaskRow row) {
    SeenTask seen = new SeenTask(row, 0, "");
    long value = value(seen);
    String unit = sort.header().equals("Polls") ? "" : "ns";
    // Equals come in the order of their age, and those that live are as old as their total says.
    String beyond =
        "%1$s %2$s %3$d%4$s or (%1$s = %3$d%4$s and total > %5$dns)"
            .formatted(sort.key(), descending ? ">" : "<", value, unit, row.totalNanos());
    return target.tasks(text(List.of(beyond), 0, 0)).matchedCount();
  }

  private long value(SeenTask seen) {
    return switch (sort.header()) {
      case "Total" -> seen.task().totalNanos();
      case "Busy" -> seen.task().busyNanos();
      case "Sched" -> seen.task().scheduledNanos();
      case "Idle" -> seen.task().idleNanos();
      default -> seen.task().pollCount();
    };
  }

  private TaskList window(Target target, long from) {
    return target.tasks(text(List.of(), from, limit));
  }

  /** The question as text. */
  String text(List<String> more, long from, int many) {
    List<String> all = new ArrayList<>(conditions);
    all.addAll(more);
    return text(all, "sort " + sort.key() + (descending ? " desc" : " asc"), from, many);
  }

  static String text(List<String> conditions, String sort, long from, int many) {
    List<String> clauses =
        new ArrayList<>(conditions.stream().map(each -> "where (" + each + ")").toList());
    clauses.add(sort);
    clauses.add("limit " + many);
    clauses.add("offset " + from);
    return String.join(" ", clauses);
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
