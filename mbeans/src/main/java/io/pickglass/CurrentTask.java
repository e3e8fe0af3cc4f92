package io.pickglass;

import io.pickglass.instrument.Guard;
import io.pickglass.instrument.Naming;
import io.pickglass.instrument.PollOfThread;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Notes;
import io.pickglass.task.Reported;
import java.util.Objects;
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

  /**
   * Names the task: from now on it counts for the monitor of that name, too, until it gets the next
   * one, or ends. Where a server starts all requests in one place, this tells them apart; where it
   * keeps a thread for many requests, each begins with its name.
   *
   * {@snippet class="io.pickglass.CurrentTaskTest" region="name"}
   *
   * <p>It is a {@linkplain TaskMonitor#enter section} that nobody has to close: given inside of
   * another section, it ends with that. The monitor that the task began in counts it as a whole.
   * Names are few: what is different for each task, such as a number in a path, does not belong in
   * them, see {@link Pickglass#monitor}. An asynchronous pipeline has one name from its beginning.
   *
   * @return whether a watched task runs here, and that monitor is switched on
   */
  public boolean name(String name) {
    Objects.requireNonNull(name);
    return task != null && Naming.name(Pickglass.named(name));
  }

  /**
   * Notes a field of the task, for whoever looks at it: the user, the order, what it works on. It
   * is shown with the task, and tasks can be found and grouped by it; no metric has it.
   *
   * {@snippet class="io.pickglass.CurrentTaskTest" region="field"}
   *
   * <p>Bounds: {@value Notes#MOST_FIELDS} fields, {@value Notes#LONGEST} characters each; what is
   * more is left out or cut. What every task shall have is better asked for once, see {@link
   * Pickglass#fieldFrom}.
   *
   * @param value what it is from now on; null takes it away
   * @return whether a watched task runs here
   */
  public boolean field(String key, @Nullable String value) {
    Objects.requireNonNull(key);
    try {
      if (task != null) {
        task.notes().field(key, value);
      }
      return task != null;
    } catch (Throwable e) {
      Guard.caught(e);
      return false;
    }
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
