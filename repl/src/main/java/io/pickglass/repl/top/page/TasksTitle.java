package io.pickglass.repl.top.page;

import io.pickglass.model.TaskList;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many tasks there are, and what they do. */
final class TasksTitle {
  private TasksTitle() {}

  static Row row(@Nullable TaskList list, long moment, boolean onlyWarned, String by, Look look) {
    if (list == null) {
      // Intervals are kept by the target, lists of tasks only by whoever looked at them.
      String none = moment == 0 ? "" : "  not known: nobody looked at them then";
      return Row.of(Span.bold("Tasks", Ink.STRONG), Span.of(none, Ink.NOTE));
    }
    List<Span> spans = new ArrayList<>();
    String title =
        "Tasks (%d) %s (%d) %s (%d) %s (%d)"
            .formatted(
                list.matchedCount(),
                TaskState.RUNNING.text("Running", look.symbols()),
                list.runningCount(),
                TaskState.SCHEDULED.text("Sched", look.symbols()),
                list.scheduledCount(),
                TaskState.IDLE.text("Idle", look.symbols()),
                list.idleCount());
    spans.add(Span.bold(title, Ink.STRONG));
    if (list.unlistedCount() > 0) {
      spans.add(Span.bold("  " + list.unlistedCount() + " never listed: no place", Ink.BAD));
    }
    if (!by.isEmpty()) {
      spans.add(Span.of("  by " + by, Ink.NOTE));
    }
    if (onlyWarned) {
      spans.add(Span.of("  only warned", Ink.NOTE));
    }
    return new Row(List.copyOf(spans));
  }
}
