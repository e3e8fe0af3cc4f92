package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;

/**
 * Names a task while it runs. A counter that has counted it cannot give it back, so the monitor
 * that it began in keeps it, and the other gets it from now on: a name is a section that nobody
 * closes.
 */
public final class Naming {
  private Naming() {}

  /**
   * The task that runs on the calling thread belongs to that monitor, too, until the next name, the
   * end of the section it is in, or its own end.
   *
   * @return whether one runs here that can be named
   */
  public static boolean name(TaskTotals totals) {
    try {
      return PollOfThread.current() instanceof TaskState task && name(task, totals);
    } catch (Throwable e) {
      Guard.caught(e);
      return false;
    }
  }

  private static boolean name(TaskState task, TaskTotals totals) {
    View innermost = task.innermost();
    if (innermost.totals() == totals) {
      return true;
    }
    Lane lane = Lanes.current();
    if (innermost.isNamed()) {
      task.exit(lane, innermost, Outcome.RETURNED);
    }
    View named = totals.onOff().isWatching() ? task.enter(lane, totals) : null;
    if (named == null) {
      return false;
    }
    named.setNamed();
    FieldSources.note(task);
    return true;
  }
}
