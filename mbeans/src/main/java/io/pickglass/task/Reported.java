package io.pickglass.task;

import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Notes;

/** A task that can tell what it has done so far. */
public interface Reported {
  /**
   * What the task has done up to now.
   *
   * <p>Threads: the code of its polls.
   */
  TaskReport report();

  /** What is noted of the task. Any thread. */
  Notes notes();
}
