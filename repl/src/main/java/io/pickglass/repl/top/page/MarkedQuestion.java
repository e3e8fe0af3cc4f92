package io.pickglass.repl.top.page;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for a screen of tasks that are sorted by what only this console knows of them: some
 * in a given order, and all others behind or before those.
 *
 * @param conditions in the target's language, all of which must hold
 * @param othersFirst whether those come behind all others
 * @param offset how many tasks come before the window
 * @param limit how many are in it
 */
record MarkedQuestion(List<String> conditions, boolean othersFirst, long offset, int limit) {
  /** Of more than so many, the others stay where they are without it. */
  static final int MOST = 300;

  private static final String SORT = "sort total desc";

  /** The window of the tasks with these ids, in their order, and the others. */
  TaskList ask(Target target, List<String> inOrder) {
    List<String> ids = inOrder.subList(0, Math.min(MOST, inOrder.size()));
    if (ids.isEmpty()) {
      return target.tasks(text(conditions, offset, limit));
    }
    TaskList marked = target.tasks(text(with("id = ", " or ", ids), 0, MOST));
    List<TaskRow> known =
        marked.rows().stream()
            .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
            .toList();
    List<String> rest = with("id != ", " and ", ids);
    long from = othersFirst ? offset : Math.max(0, offset - known.size());
    TaskList others = target.tasks(text(rest, from, limit));
    long behind = othersFirst ? others.matchedCount() : 0;
    List<TaskRow> some = known.stream().skip(Math.max(0, offset - behind)).limit(limit).toList();
    List<TaskRow> rows =
        (othersFirst
                ? Stream.concat(others.rows().stream(), some.stream())
                : Stream.concat(some.stream(), others.rows().stream()))
            .limit(limit)
            .toList();
    return joined(marked, others, rows);
  }

  private List<String> with(String comparison, String between, List<String> ids) {
    List<String> all = new ArrayList<>(conditions);
    all.add(
        ids.stream()
            .map(id -> comparison + TaskQuestion.quoted(id))
            .collect(Collectors.joining(between)));
    return all;
  }

  private static String text(List<String> conditions, long from, int many) {
    return TaskQuestion.text(conditions, SORT, from, many);
  }

  private TaskList joined(TaskList marked, TaskList others, List<TaskRow> rows) {
    return new TaskList(
        others.query(),
        others.atMillis(),
        others.liveCount(),
        others.endedCount(),
        others.unlistedCount(),
        others.matchedCount() + marked.matchedCount(),
        others.runningCount() + marked.runningCount(),
        others.scheduledCount() + marked.scheduledCount(),
        others.idleCount() + marked.idleCount(),
        offset,
        rows,
        List.of());
  }
}
