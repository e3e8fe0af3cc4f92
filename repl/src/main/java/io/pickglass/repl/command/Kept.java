package io.pickglass.repl.command;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.target.Target;
import java.util.List;

/** The intervals that a target still has. */
final class Kept {
  // More than any target keeps.
  private static final int ALL = 1_000_000;

  private Kept() {}

  /** All completed intervals of a monitor, oldest first. */
  static List<TaskInterval> of(Target target, String monitor) {
    return target.intervals(List.of(monitor), -1, ALL).intervals().getOrDefault(monitor, List.of());
  }
}
