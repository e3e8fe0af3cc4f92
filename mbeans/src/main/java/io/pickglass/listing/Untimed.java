package io.pickglass.listing;

import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskTable;
import io.pickglass.monitor.Who;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the threads that lived before the agent came: they can be seen and not be timed. */
final class Untimed {
  private Untimed() {}

  static void forEach(TaskTable table, long now, Consumer<TaskReading> reader) {
    TaskReading reading = new TaskReading();
    for (Thread thread : table.untimed().living()) {
      TaskPhase phase = phase(thread);
      if (phase != null) {
        reading.task(TaskKind.UNTIMED, thread.threadId(), Place.UNKNOWN, Who.NOBODY, Who.NOBODY);
        reading.untimed(thread.getName(), phase, now);
        reader.accept(reading);
      }
    }
  }

  private static @Nullable TaskPhase phase(Thread thread) {
    return switch (thread.getState()) {
      case RUNNABLE ->
          VirtualThreadAccess.isRunnable(VirtualThreadAccess.state(thread))
              ? TaskPhase.SCHEDULED
              : TaskPhase.RUNNING;
      case BLOCKED, WAITING, TIMED_WAITING -> TaskPhase.IDLE;
      case NEW, TERMINATED -> null;
    };
  }
}
