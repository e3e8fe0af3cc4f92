package io.pickglass.lint;

import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import java.util.List;

/** A task that could run, if somebody else did not hold the threads. */
final class LongScheduled extends TaskRule {
  LongScheduled() {
    super("long-scheduled", Amount.NANOS, 100_000_000, Level.WARNING);
  }

  @Override
  String raisedWhen() {
    return "a task has been ready for 100 ms and still has no thread";
  }

  @Override
  String advice() {
    return "The evidence names who holds the threads: make his polls shorter, or give the pool more"
        + " threads.";
  }

  @Override
  Answer check(TaskReading task, long now) {
    return task.phase() == TaskPhase.SCHEDULED
        ? Answer.ofLasting(value(task, now), threshold())
        : Answer.NO;
  }

  @Override
  long value(TaskReading task, long now) {
    return task.stateNanos(now);
  }

  @Override
  String sentence(TaskReading task, long now, Holders holders) {
    String longest = holders.of(task).longest();
    return "has been ready for "
        + text(value(task, now))
        + " and waits for a thread"
        + (longest.isEmpty() ? "" : ": " + longest);
  }

  @Override
  List<String> evidence(TaskReading task, long now, Clues clues) {
    return clues.holders().of(task).lines();
  }

  @Override
  String summary(long count, String subject) {
    return tasksHave(count, subject)
        + " been ready for "
        + text(threshold())
        + " or longer without a thread";
  }
}
