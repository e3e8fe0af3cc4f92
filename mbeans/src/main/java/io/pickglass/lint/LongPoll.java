package io.pickglass.lint;

import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import java.util.List;

/** A task that keeps its thread to itself, now. */
final class LongPoll extends TaskRule {
  LongPoll() {
    super("long-poll", Amount.NANOS, 100_000_000, Level.WARNING);
  }

  @Override
  String raisedWhen() {
    return "a poll has run for 100 ms and still runs";
  }

  @Override
  String advice() {
    return "Its evidence says what it runs. Of a pool that is there for work that takes long, this"
        + " is its purpose: raise the threshold.";
  }

  @Override
  Answer check(TaskReading task, long now) {
    return task.phase() == TaskPhase.RUNNING
        ? Answer.ofLasting(value(task, now), threshold())
        : Answer.NO;
  }

  @Override
  long value(TaskReading task, long now) {
    return task.stateNanos(now);
  }

  @Override
  String sentence(TaskReading task, long now, Holders holders) {
    return "has run for " + text(value(task, now)) + " without a pause";
  }

  @Override
  List<String> evidence(TaskReading task, long now, Clues clues) {
    return clues.stacks().of(task.monitor(), task.id(), value(task, now));
  }

  @Override
  String summary(long count, String subject) {
    return tasksHave(count, subject)
        + " run for "
        + text(threshold())
        + " or longer without a pause";
  }
}
