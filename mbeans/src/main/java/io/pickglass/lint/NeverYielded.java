package io.pickglass.lint;

import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import java.util.List;

/**
 * A task that has not once given its thread back. What a pool runs never does, and a section begins
 * in the middle of a poll: both are left out.
 */
final class NeverYielded extends TaskRule {
  NeverYielded() {
    super("never-yielded", Amount.NANOS, 1_000_000_000, Level.WARNING);
  }

  @Override
  String raisedWhen() {
    return "a task's first poll has run for 1 s and still runs; not of sections, and not of what"
        + " executors are given, which has one poll";
  }

  @Override
  String advice() {
    return "If it computes, give it a pool of its own; if it waits, see pinned.";
  }

  @Override
  Answer check(TaskReading task, long now) {
    boolean leftOut = task.kind() == TaskKind.EXECUTOR || task.kind() == TaskKind.SECTION;
    if (leftOut || task.pollCount() > 1) {
      return Answer.NO;
    }
    return task.phase() == TaskPhase.RUNNING
        ? Answer.ofLasting(value(task, now), threshold())
        : Answer.NOT_YET;
  }

  @Override
  long value(TaskReading task, long now) {
    return task.stateNanos(now);
  }

  @Override
  String sentence(TaskReading task, long now, Holders holders) {
    return "has run since its first poll began, "
        + text(value(task, now))
        + " ago, and has never yielded";
  }

  @Override
  List<String> evidence(TaskReading task, long now, Clues clues) {
    return clues.stacks().of(task.monitor(), task.id(), value(task, now));
  }

  @Override
  String summary(long count, String subject) {
    return tasksHave(count, subject)
        + " never yielded in "
        + text(threshold())
        + " or more since "
        + (count == 1 ? "it" : "they")
        + " began to run";
  }
}
