package io.pickglass.lint;

import io.pickglass.model.TaskKind;
import io.pickglass.monitor.TaskReading;

/** What warnings say of a task. */
final class Sentences {
  // Names are the program's, and may be as long as it likes.
  private static final int LONGEST_NAME = 80;

  private Sentences() {}

  /** The name of a task, of its thread or of its place; empty if none is known. */
  static String nameOf(TaskReading task) {
    if (!task.name().isEmpty()) {
      return clipped(task.name());
    }
    return clipped(task.kind() == TaskKind.SECTION ? task.monitor() : task.place().label());
  }

  /** {@code v12 (GET /users)}. */
  static String who(String id, String name) {
    return name.isEmpty() ? id : id + " (" + name + ")";
  }

  static String clipped(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
