package io.pickglass.listing;

import io.pickglass.model.TaskRow;
import io.pickglass.monitor.Notes;
import io.pickglass.monitor.TaskReading;
import io.pickglass.monitor.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of what was read at one instant. */
final class Rows {
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final long now;
  private final long millis;
  private @Nullable Map<Long, String> threadNames;

  Rows(long now, long millis) {
    this.now = now;
    this.millis = millis;
  }

  TaskRow of(TaskReading task) {
    Notes notes = task.notes();
    boolean known = task.seesPolls();
    return new TaskRow(
        task.id(),
        task.kind().word(),
        task.phase().word(),
        TaskColumn.name(task),
        task.monitor(),
        task.place().location(),
        task.place().className(),
        task.parentId(),
        notes == null ? "" : notes.failure(),
        task.isTimed() ? millis - (now - task.born()) / NANOS_OF_MILLI : TaskReading.UNKNOWN,
        task.totalNanos(),
        known ? task.pollNanos() : TaskReading.UNKNOWN,
        known ? task.scheduledNanos() : TaskReading.UNKNOWN,
        known ? task.idleNanos() : TaskReading.UNKNOWN,
        known ? task.firstPollDelayNanos() : TaskReading.UNKNOWN,
        task.stateNanos(now),
        known ? task.pollCount() : TaskReading.UNKNOWN,
        known ? task.wakeCount() : TaskReading.UNKNOWN,
        known ? task.selfWakeCount() : TaskReading.UNKNOWN,
        known ? task.latestPollNanos() : TaskReading.UNKNOWN,
        known ? ago(task.latestPollStart()) : TaskReading.UNKNOWN,
        known ? ago(task.latestWake()) : TaskReading.UNKNOWN,
        known ? who(task.waker()) : "",
        notes == null ? List.of() : notes.fields());
  }

  private long ago(long stamp) {
    return stamp == TaskReading.UNKNOWN ? TaskReading.UNKNOWN : Math.max(0, now - stamp);
  }

  /** Who that was, as a row says it. */
  private String who(long who) {
    if (who == Who.NOBODY) {
      return "";
    }
    if (who == Who.TIMER) {
      return "timer";
    }
    if (who == Who.ITSELF) {
      return "itself";
    }
    return Who.isVirtual(who) ? "v" + who : threadName(Who.threadId(who));
  }

  private String threadName(long id) {
    Map<Long, String> names = threadNames;
    if (names == null) {
      names = names();
      threadNames = names;
    }
    return names.getOrDefault(id, "a thread that has ended (" + id + ")");
  }

  /** The platform threads that live now. */
  private static Map<Long, String> names() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root != null && root.getParent() != null) {
      root = root.getParent();
    }
    Map<Long, String> names = new HashMap<>();
    if (root != null) {
      Thread[] threads = new Thread[2 * root.activeCount() + 64];
      int count = root.enumerate(threads);
      for (int i = 0; i < count; i++) {
        names.put(threads[i].threadId(), threads[i].getName());
      }
    }
    return names;
  }
}
