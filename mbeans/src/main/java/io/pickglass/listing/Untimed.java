package io.pickglass.listing;

import io.pickglass.jdk.AllVirtualThreads;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Place;
import io.pickglass.model.TaskKind;
import io.pickglass.model.TaskPhase;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.TaskTable;
import io.pickglass.monitor.Who;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads that lived before the agent came: they can be seen and not be timed. When
 * none of them is left, nobody looks any more.
 *
 * <p>Bounds: the first {@value #MOST}.
 */
final class Untimed {
  /** So many are listed. */
  static final int MOST = 100_000;

  // In the one of its two ways of waiting for sockets the JDK does it in virtual threads of its
  // own.
  private static final String POLLER = "-Poller";
  private static final String SUB_POLLER = "SubPoller";

  private Untimed() {}

  static void forEach(TaskTable table, long now, Consumer<TaskReading> reader) {
    long before = table.untimedBefore();
    if (before == 0 || VirtualThreadAccess.problem() != null) {
      return;
    }
    TaskReading reading = new TaskReading();
    int found = 0;
    for (Iterator<Thread> all = AllVirtualThreads.now().iterator();
        all.hasNext() && found < MOST; ) {
      Thread thread = all.next();
      if (thread.threadId() < before && !isWatched(thread) && !isOfTheJdk(thread)) {
        TaskPhase phase = phase(thread);
        if (phase != null) {
          found++;
          reading.task(TaskKind.UNTIMED, thread.threadId(), Place.UNKNOWN, Who.NOBODY, Who.NOBODY);
          reading.untimed(thread.getName(), phase, now);
          reader.accept(reading);
        }
      }
    }
    if (found == 0) {
      table.untimedGone(before);
    }
  }

  private static boolean isWatched(Thread thread) {
    return VirtualThreadAccess.runContinuation(thread) instanceof Polled;
  }

  private static boolean isOfTheJdk(Thread thread) {
    return thread.getName().contains(POLLER) || thread.getName().startsWith(SUB_POLLER);
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
