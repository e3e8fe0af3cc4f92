package io.pickglass;

import io.pickglass.instrument.Guard;
import io.pickglass.instrument.PollOfThread;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.model.TaskReport;
import io.pickglass.task.Reported;
import org.jspecify.annotations.Nullable;

/**
 * The task that runs on the calling thread, seen from inside: the watched virtual thread, or else
 * the innermost task of a watched executor, pipeline or handle. Get it from {@link
 * Pickglass#currentTask}; where no watched task runs it is a task that has done nothing.
 *
 * {@snippet class="io.pickglass.CurrentTaskTest" region="current"}
 *
 * <p>Threads: the code of the task. Asked elsewhere, or later, it answers without an error, but
 * what it says may be of several instants. Errors: none.
 */
public final class CurrentTask {
  private static final CurrentTask NONE = new CurrentTask(null);

  private final @Nullable Reported task;

  private CurrentTask(@Nullable Reported task) {
    this.task = task;
  }

  static CurrentTask find() {
    try {
      Reported task = PollOfThread.current();
      return task == null ? NONE : new CurrentTask(task);
    } catch (Throwable e) {
      Guard.caught(e);
      return NONE;
    }
  }

  /** Whether a watched task runs here. */
  public boolean isWatched() {
    return task != null;
  }

  /** What the task has done up to now, its present poll included. */
  public TaskReport report() {
    try {
      return task == null ? TaskReport.NONE : VirtualThreads.asFarAsSeen(task.report());
    } catch (Throwable e) {
      Guard.caught(e);
      return TaskReport.NONE;
    }
  }
}
