package io.pickglass.listing;

import io.pickglass.monitor.TaskReading;
import io.pickglass.query.Columns;
import io.pickglass.query.Query;
import java.util.List;

/** Questions for tasks. */
final class TaskQuery {
  /** What tasks can be asked for. */
  static final Columns<TaskReading, TaskColumn> COLUMNS =
      new Columns<>(
          List.of(TaskColumn.values()),
          TaskColumn.TOTAL,
          (task, key) -> task.notes() == null ? null : task.notes().field(key));

  private TaskQuery() {}

  /**
   * Reads a question.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  static Query<TaskReading, TaskColumn> of(String text) {
    return Query.of(text, COLUMNS);
  }
}
