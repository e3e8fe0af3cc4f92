package io.pickglass;

import io.pickglass.instrument.FieldSources;
import io.pickglass.instrument.Guard;
import io.pickglass.instrument.PlainTask;
import io.pickglass.instrument.VirtualThreads;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Lanes;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task that counts as a task of its own monitor. It is opened and closed by the same
 * task; left open, it ends with the task. Where no watched task runs, it is a task of one poll;
 * where its monitor is switched off, it is nothing.
 *
 * <p>Threads: the one that opened it. Closing twice, or elsewhere, changes nothing.
 */
public final class Section implements AutoCloseable {
  // Opened for a monitor that is off, or in vain: there is nothing to close.
  private static final Section NONE = new Section(null, null);

  private final @Nullable TaskState task;
  private final @Nullable View view;

  private Section(@Nullable TaskState task, @Nullable View view) {
    this.task = task;
    this.view = view;
  }

  static Section open(TaskTotals totals, View whole) {
    if (!totals.onOff().isWatching()) {
      return NONE;
    }
    try {
      TaskState task = VirtualThreads.currentTask();
      View view = task == null ? null : task.enter(Lanes.current(), totals);
      if (task != null && view != null) {
        FieldSources.note(task);
        return new Section(task, view);
      }
      PlainTask plain = PlainTask.of(whole);
      plain.beginSection();
      return new Section(plain, null);
    } catch (Throwable e) {
      Guard.caught(e);
      return NONE;
    }
  }

  /** Ends the section as one that returned. */
  @Override
  public void close() {
    close(Outcome.RETURNED);
  }

  /** Ends the section in that way. */
  public void close(Outcome outcome) {
    end(Objects.requireNonNull(outcome));
  }

  /** What the task had done when it entered the section; asked just then. */
  TaskReport atEntry() {
    return task != null && view != null ? report(task, view.entered()) : TaskReport.NONE;
  }

  /** Ends the section, and tells what the task has done in it; {@code before} is from its entry. */
  TaskReport close(Outcome outcome, TaskReport before) {
    long at = end(outcome);
    if (task == null || at == 0) {
      return TaskReport.NONE;
    }
    TaskReport after = report(task, at);
    return VirtualThreads.asFarAsSeen(view == null ? after : after.since(before));
  }

  private static TaskReport report(TaskState task, long at) {
    try {
      return task.report(at);
    } catch (Throwable e) {
      Guard.caught(e);
      return TaskReport.NONE;
    }
  }

  /** Ends the section, and tells when; 0 if it did not. */
  private long end(Outcome outcome) {
    try {
      if (task == null) {
        return 0;
      }
      if (view == null) {
        return task.end(Lanes.current(), outcome);
      }
      return VirtualThreads.currentTask() == task ? task.exit(Lanes.current(), view, outcome) : 0;
    } catch (Throwable e) {
      Guard.caught(e);
      return 0;
    }
  }
}
