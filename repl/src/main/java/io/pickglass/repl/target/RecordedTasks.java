package io.pickglass.repl.target;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.model.TaskStack;
import io.pickglass.model.Warning;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Answers questions for tasks from a list that was recorded, as the target would. */
final class RecordedTasks {
  private final TaskList all;

  RecordedTasks(TaskList all) {
    this.all = all;
  }

  TaskList list(String text) {
    RowQuery query = RowQuery.of(text);
    List<TaskRow> matching = all.rows().stream().filter(query.where()).toList();
    return new TaskList(
        text.strip(),
        all.atMillis(),
        all.liveCount(),
        all.endedCount(),
        all.unlistedCount(),
        matching.size(),
        count(matching, "running"),
        count(matching, "scheduled"),
        count(matching, "idle"),
        query.offset(),
        query.group() == null
            ? window(matching.stream().sorted(query.order()).toList(), query)
            : List.of(),
        query.group() == null ? List.of() : window(groups(matching, query), query));
  }

  private static <T> List<T> window(List<T> sorted, RowQuery query) {
    return sorted.stream().skip(query.offset()).limit(query.limit()).toList();
  }

  private static List<TaskGroup> groups(List<TaskRow> rows, RowQuery query) {
    Function<TaskRow, String> key = query.group();
    if (key == null) {
      return List.of();
    }
    Map<String, List<TaskRow>> byValue = new LinkedHashMap<>();
    rows.forEach(row -> byValue.computeIfAbsent(key.apply(row), _ -> new ArrayList<>()).add(row));
    List<TaskGroup> groups = new ArrayList<>();
    byValue.forEach((value, tasks) -> groups.add(group(value, tasks)));
    Comparator<TaskGroup> order = order(query.sortedBy());
    groups.sort((query.descending() ? order.reversed() : order).thenComparing(TaskGroup::value));
    return groups;
  }

  private static Comparator<TaskGroup> order(String column) {
    return Comparator.comparingLong(
        switch (column) {
          case "busy" -> TaskGroup::busyNanos;
          case "scheduled" -> TaskGroup::scheduledNanos;
          case "idle" -> TaskGroup::idleNanos;
          case "polls" -> TaskGroup::pollCount;
          case "total" -> TaskGroup::totalNanos;
          default -> TaskGroup::taskCount;
        });
  }

  private static TaskGroup group(String value, List<TaskRow> tasks) {
    long running = count(tasks, "running");
    long scheduled = count(tasks, "scheduled");
    long idle = count(tasks, "idle");
    return new TaskGroup(
        value,
        tasks.size(),
        running,
        scheduled,
        idle,
        tasks.size() - running - scheduled - idle,
        sum(tasks, TaskRow::totalNanos),
        sum(tasks, TaskRow::busyNanos),
        sum(tasks, TaskRow::scheduledNanos),
        sum(tasks, TaskRow::idleNanos),
        sum(tasks, TaskRow::pollCount));
  }

  /** With one that is not known, the sum is not known. */
  private static long sum(List<TaskRow> tasks, ToLongFunction<TaskRow> of) {
    return tasks.stream().mapToLong(of).anyMatch(value -> value < 0)
        ? -1
        : tasks.stream().mapToLong(of).sum();
  }

  private static long count(List<TaskRow> rows, String state) {
    return rows.stream().filter(row -> row.state().equals(state)).count();
  }

  TaskDetail detail(String id) {
    TaskRow task = find(id);
    List<TaskRow> made = all.rows().stream().filter(row -> row.parent().equals(task.id())).toList();
    List<TaskRow> children = made.stream().filter(row -> !row.kind().equals("section")).toList();
    return new TaskDetail(
        task,
        0,
        Spread.NONE,
        Spread.NONE,
        made.stream().filter(row -> row.kind().equals("section")).toList(),
        children.stream().limit(TaskDetail.MOST_CHILDREN).toList(),
        children.size());
  }

  TaskEvidence evidence(String id, List<Warning> warnings) {
    TaskRow task = find(id);
    List<String> sentences =
        warnings.stream()
            .flatMap(warning -> warning.tasks().stream())
            .filter(warned -> warned.id().equals(task.id()))
            .map(warned -> warned.sentence())
            .toList();
    return new TaskEvidence(
        TaskStack.none(task.id(), "a recording has no stacks of tasks"),
        List.of(),
        List.of(),
        sentences);
  }

  private TaskRow find(String id) {
    return all.rows().stream()
        .filter(row -> row.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(() ->
            new TargetException(
                Kind.BAD_QUESTION,
                "there is no task `%s` in the recording at that moment: `tasks` lists those that are"
                    .formatted(id)));
  }
}
