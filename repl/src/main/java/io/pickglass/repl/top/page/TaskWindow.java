package io.pickglass.repl.top.page;

import io.pickglass.model.TaskList;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.table.Grid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tasks around those on the screen.
 *
 * @param list the tasks
 * @param waits by their ids for what they wait; empty if nobody wants to know
 */
record TaskWindow(TaskList list, Map<String, String> waits) {
  /** Asks for what a table needs. */
  static Function<Target, TaskWindow> question(
      Grid<SeenTask> tasks, List<String> conditions, Map<String, Long> warned) {
    boolean withWaits = !tasks.isHidden(TaskCols.WAITS_FOR);
    boolean descending = tasks.descending();
    return switch (tasks.sort().header()) {
      case TaskCols.WARN -> {
        MarkedQuestion question = marked(tasks, conditions, !descending);
        List<String> ids = inOrder(warned, descending);
        yield target -> new TaskWindow(question.ask(target, ids), waits(target, withWaits));
      }
      case TaskCols.WAITS_FOR -> {
        MarkedQuestion question = marked(tasks, conditions, false);
        yield target -> {
          Map<String, String> waits = waits(target, true);
          return new TaskWindow(question.ask(target, inOrder(waits, descending)), waits);
        };
      }
      default -> {
        TaskQuestion question =
            new TaskQuestion(
                conditions, tasks.sort(), descending, tasks.from(), tasks.many(), tasks.followed());
        yield target -> new TaskWindow(question.ask(target), waits(target, withWaits));
      }
    };
  }

  private static MarkedQuestion marked(
      Grid<SeenTask> tasks, List<String> conditions, boolean othersFirst) {
    return new MarkedQuestion(conditions, othersFirst, tasks.from(), tasks.many());
  }

  private static <V extends Comparable<V>> List<String> inOrder(
      Map<String, V> marks, boolean descending) {
    Comparator<Map.Entry<String, V>> order = Map.Entry.comparingByValue();
    return marks.entrySet().stream()
        .sorted((descending ? order.reversed() : order).thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, String> waits(Target target, boolean wanted) {
    return wanted ? WaitTexts.of(target) : Map.of();
  }
}
