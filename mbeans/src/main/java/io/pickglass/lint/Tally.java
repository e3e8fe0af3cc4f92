package io.pickglass.lint;

import io.pickglass.model.WarnedTask;
import io.pickglass.monitor.TaskReading;
import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of one monitor with which one thing is the matter: how many, the worst value, and the
 * worst of them one by one.
 *
 * <p>Threads: one. Bounds: {@value Warnings#EXAMPLES} tasks.
 */
final class Tally {
  private final TaskRule rule;
  private final List<TaskReading> worst = new ArrayList<>(Warnings.EXAMPLES);
  private final long[] values = new long[Warnings.EXAMPLES];
  private long count;
  private long value;

  Tally(TaskRule rule) {
    this.rule = rule;
  }

  /**
   * One more.
   *
   * @return whether it is kept one by one, which costs a copy
   */
  boolean add(TaskReading task, long now, boolean mayKeep) {
    long itsValue = rule.value(task, now);
    count++;
    value = Math.max(value, itsValue);
    int size = worst.size();
    boolean full = size == Warnings.EXAMPLES;
    if (full && (!mayKeep || itsValue <= values[size - 1])) {
      return false;
    }
    if (full) {
      worst.removeLast();
      size--;
    }
    int at = size;
    while (at > 0 && values[at - 1] < itsValue) {
      values[at] = values[at - 1];
      at--;
    }
    values[at] = itsValue;
    worst.add(at, task.copied());
    return true;
  }

  Finding finding(String monitor, long now, Clues clues) {
    List<WarnedTask> tasks = new ArrayList<>();
    for (TaskReading task : worst) {
      String id = task.id();
      String name = Sentences.nameOf(task);
      tasks.add(
          new WarnedTask(
              id,
              name,
              rule.value(task, now),
              Sentences.who(id, name) + " " + rule.sentence(task, now, clues.holders())));
    }
    return new Finding(
        rule,
        false,
        monitor,
        count,
        value,
        List.copyOf(tasks),
        rule.evidence(worst.getFirst(), now, clues));
  }
}
