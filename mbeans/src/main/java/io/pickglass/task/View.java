package io.pickglass.task;

import io.pickglass.model.Outcome;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.LiveTasks;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.Numbers;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskTotals;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What one monitor sees of a task: all of it, or the section between entry and exit. The views of a
 * task form a stack, the innermost section on top; each event is booked to all of them.
 *
 * <p>Threads: immutable but for {@code over} and {@code named}, which belong to the task's own
 * code.
 */
public final class View extends LiveTasks.Member {
  private static final VarHandle NUMBER;

  static {
    try {
      NUMBER = MethodHandles.lookup().findVarHandle(View.class, "number", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TaskTotals totals;
  private final @Nullable TaskState task;
  private final long entered;
  private final @Nullable View outer;
  // What the task had done before.
  private final TaskReport before;
  private boolean over;
  private boolean named;

  // Given when somebody asks, or at the end; 0 before that.
  private volatile long number;

  private View(TaskTotals totals, @Nullable TaskState task, long entered, @Nullable View outer) {
    this.before = task == null ? TaskReport.NONE : task.report(entered);
    this.totals = totals;
    this.task = task;
    this.entered = entered;
    this.outer = outer;
  }

  /** The view of a whole task; all tasks of a monitor share one. */
  public static View whole(TaskTotals totals) {
    return new View(totals, null, Long.MIN_VALUE, null);
  }

  static View section(TaskTotals totals, TaskState task, long entered, View outer) {
    return new View(totals, task, entered, outer);
  }

  /** The monitor's. */
  public TaskTotals totals() {
    return totals;
  }

  /** When the section was entered, by the clock of its monitor. */
  public long entered() {
    return entered;
  }

  @Nullable View outer() {
    return outer;
  }

  boolean isOver() {
    return over;
  }

  /** It was opened by a name that the task was given, and ends with the next. */
  public void setNamed() {
    named = true;
  }

  /** Whether it was opened by a name. */
  public boolean isNamed() {
    return named;
  }

  /** Whether it is a section, not a whole task. */
  boolean isSection() {
    return task != null;
  }

  /** A section's task is in a poll already, and so its first poll begins as it is entered. */
  void bookEntry(@Nullable Lane lane) {
    totals.instrumented(lane, entered);
    totals.firstPollStarted(lane, entered, entered);
    totals.live().add(lane, this);
  }

  /** A section is left in the middle of a poll that began at {@code pollStart}. */
  void bookExit(@Nullable Lane lane, long pollStart, long at, Outcome outcome) {
    // First: should booking fail, a second close must not find it open.
    leave();
    totals.endedInPoll(lane, Math.max(pollStart, entered), entered, at, outcome);
  }

  /** The task has ended with this view open. */
  void leave() {
    if (isSection()) {
      over = true;
      totals.live().remove(this);
    }
  }

  @Override
  protected @Nullable Notes noted() {
    return null;
  }

  @Override
  protected boolean read(TaskReading into, long now) {
    if (task == null || over || !task.read(into, now)) {
      return false;
    }
    narrow(into, number());
    into.in(totals);
    return true;
  }

  /** Of what is read of the task leaves what belongs to the section. */
  void narrow(TaskReading into, long number) {
    into.section(number, entered, before);
  }

  @Override
  protected String givenName() {
    return task == null ? "" : task.givenName();
  }

  @Override
  protected long number() {
    long known = number;
    if (known == 0) {
      NUMBER.compareAndSet(this, 0L, Numbers.next());
      known = number;
    }
    return known;
  }

  @Override
  protected long scheduledSince(long now) {
    return task == null ? now : task.scheduledSince(now);
  }
}
