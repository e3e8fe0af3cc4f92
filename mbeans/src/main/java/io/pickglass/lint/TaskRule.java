package io.pickglass.lint;

import io.pickglass.monitor.TaskReading;
import java.util.List;

/**
 * A rule that is asked of each live task.
 *
 * <p>Threads: any; of one task after another, {@link #check} without making anything.
 */
abstract class TaskRule extends Rule {
  TaskRule(String name, Amount amount, long defaultThreshold, Level defaultLevel) {
    super(name, amount, defaultThreshold, defaultLevel);
  }

  /** Whether it is the matter with that task. */
  abstract Answer check(TaskReading task, long now);

  /** What was compared with the threshold. */
  abstract long value(TaskReading task, long now);

  /** What is the matter, to follow the task's id and name: {@code has run for 2 s …}. */
  abstract String sentence(TaskReading task, long now, Holders holders);

  /** What else is known, a line each; the task is the worst of them. */
  List<String> evidence(TaskReading task, long now, Clues clues) {
    return List.of();
  }
}
