package io.pickglass;

import io.pickglass.instrument.Guard;
import io.pickglass.instrument.PlainTask;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task that counts as a task of its own monitor. It is opened and closed by the same
 * task; left open, it ends with the task. Where no watched task runs, it is a task of one poll.
 *
 * <p>Threads: the one that opened it. Closing twice, or elsewhere, changes nothing.
 */
public final class Section implements AutoCloseable {
  // Null where opening failed: there is nothing to close then.
  private final @Nullable TaskState task;
  private final @Nullable View view;

  private Section(@Nullable TaskState task, @Nullable View view) {
    this.task = task;
    this.view = view;
  }

  static Section open(TaskTotals totals, View whole) {
    try {
      TaskState task = VirtualThreads.currentTask();
      View view = task == null ? null : task.enter(Lanes.current(), totals);
      if (task != null && view != null) {
        return new Section(task, view);
      }
      PlainTask plain = PlainTask.of(whole);
      plain.beginPoll();
      return new Section(plain, null);
    } catch (Throwable e) {
      Guard.caught(e);
      return new Section(null, null);
    }
  }

  /** Ends the section as one that returned. */
  @Override
  public void close() {
    close(Outcome.RETURNED);
  }

  /** Ends the section in that way. */
  public void close(Outcome outcome) {
    try {
      if (view != null) {
        if (task != null && VirtualThreads.currentTask() == task) {
          task.exit(Lanes.current(), view, outcome);
        }
      } else if (task != null) {
        task.end(Lanes.current(), outcome);
      }
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
