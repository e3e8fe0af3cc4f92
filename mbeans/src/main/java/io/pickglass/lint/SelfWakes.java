package io.pickglass.lint;

import io.pickglass.monitor.TaskReading;

/** A task that asks again and again instead of waiting until somebody wakes it. */
final class SelfWakes extends TaskRule {
  /** Fewer wakes tell nothing. */
  static final long LEAST_WAKES = 100;

  SelfWakes() {
    super("self-wakes", Amount.PERCENT, 50, Level.INFO);
  }

  @Override
  String raisedWhen() {
    return "more than 50 % of a task's wakes, of which there are at least "
        + LEAST_WAKES
        + ", are its own: it yields";
  }

  @Override
  String advice() {
    return "Let it wait for something that wakes it: a lock, a queue, a future, a timer.";
  }

  @Override
  Answer check(TaskReading task, long now) {
    if (task.wakeCount() < LEAST_WAKES) {
      return Answer.NOT_YET;
    }
    return task.selfWakeCount() * 100 > threshold() * task.wakeCount() ? Answer.YES : Answer.NO;
  }

  @Override
  long value(TaskReading task, long now) {
    return task.selfWakeCount() * 100 / task.wakeCount();
  }

  @Override
  String sentence(TaskReading task, long now, Holders holders) {
    return "has woken itself "
        + task.selfWakeCount()
        + " times of "
        + task.wakeCount()
        + " ("
        + text(value(task, now))
        + ")";
  }

  @Override
  String summary(long count, String subject) {
    return tasksHave(count, subject)
        + " woken "
        + (count == 1 ? "itself" : "themselves")
        + " more than "
        + text(threshold())
        + " of the time";
  }
}
