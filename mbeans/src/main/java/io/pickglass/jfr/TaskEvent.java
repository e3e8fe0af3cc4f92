package io.pickglass.jfr;

import io.pickglass.monitor.TaskReading;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A task that has ended, with all its numbers. */
@Name("pickglass.Task")
@Label("Task")
@Category("Pickglass")
@Description("A task has ended")
@Enabled(false)
@StackTrace(false)
final class TaskEvent extends OfTask {
  @Label("Outcome")
  private String outcome = "";

  @Label("Thrown")
  private String thrown = "";

  @Label("Total")
  @Timespan(Timespan.NANOSECONDS)
  private long total;

  @Label("Busy")
  @Timespan(Timespan.NANOSECONDS)
  private long busy;

  @Label("Scheduled")
  @Timespan(Timespan.NANOSECONDS)
  private long scheduled;

  @Label("Idle")
  @Timespan(Timespan.NANOSECONDS)
  private long idle;

  @Label("First-Poll Delay")
  @Timespan(Timespan.NANOSECONDS)
  private long firstPollDelay;

  @Label("Polls")
  private long polls;

  @Label("Wakes")
  private long wakes;

  @Label("Self-Wakes")
  private long selfWakes;

  TaskEvent filled(TaskReading task) {
    of(task);
    outcome = task.phase().word();
    thrown = task.notes() == null ? "" : task.notes().failure();
    total = task.totalNanos();
    busy = task.pollNanos();
    scheduled = task.scheduledNanos();
    idle = task.idleNanos();
    firstPollDelay = task.firstPollDelayNanos();
    polls = task.pollCount();
    wakes = task.wakeCount();
    selfWakes = task.selfWakeCount();
    return this;
  }
}
