package io.pickglass.listing;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskPhase;
import io.pickglass.model.TaskRow;
import io.pickglass.monitor.TaskReading;
import java.util.List;

/** What is gathered of the tasks that are as was asked for, one after the other. */
abstract class Scan {
  private final long[] byPhase = new long[TaskPhase.values().length];

  /** One task more; the reading is used again. */
  final void add(TaskReading task) {
    byPhase[task.phase().ordinal()]++;
    keep(task);
  }

  abstract void keep(TaskReading task);

  /** The rows of the window. */
  List<TaskRow> rows(Rows rows) {
    return List.of();
  }

  /** The groups of the window. */
  List<TaskGroup> groups() {
    return List.of();
  }

  final long count() {
    long sum = 0;
    for (long each : byPhase) {
      sum += each;
    }
    return sum;
  }

  final long running() {
    return byPhase[TaskPhase.RUNNING.ordinal()];
  }

  final long scheduled() {
    return byPhase[TaskPhase.SCHEDULED.ordinal()];
  }

  final long idle() {
    return byPhase[TaskPhase.IDLE.ordinal()];
  }
}
