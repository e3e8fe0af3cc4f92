package io.pickglass.repl.top.page;

import io.pickglass.model.TaskRow;

/**
 * A task in the table.
 *
 * @param task what the target says of it
 * @param warnings how many warnings name it
 * @param waitsFor what it waits for; empty if that is not known
 */
record SeenTask(TaskRow task, long warnings, String waitsFor) {
  boolean isOver() {
    return switch (task.state()) {
      case "running", "scheduled", "idle" -> false;
      default -> true;
    };
  }
}
