package io.pickglass.runtime;

import io.pickglass.model.PinnedWait;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The latest pinned waits that Flight Recorder has told, and whose they were. It tells them about a
 * second after they were over; of one that still goes on nothing is known here.
 *
 * <p>Threads: any.
 *
 * <p>Bounds: {@value #LIMIT}; the oldest goes first. Each is as long as its stack, some kilobytes.
 */
public final class PinnedWaits {
  /** So many are kept. */
  public static final int LIMIT = 1_000;

  // Under this object's monitor.
  private final ArrayDeque<PinnedWait> waits = new ArrayDeque<>();

  // Told, and not yet joined to their tasks. That is done once for all that come together, as it
  // takes a walk through the tasks. Under this object's monitor, too.
  private final ArrayDeque<PinnedWait> told = new ArrayDeque<>();

  private volatile PinnedTasks tasks = PinnedTasks.UNKNOWN;

  PinnedWaits() {}

  void tasks(PinnedTasks known) {
    tasks = known;
  }

  void areTold(boolean now) {
    tasks.areTold(now);
  }

  synchronized void add(PinnedWait wait) {
    told.addLast(wait);
    if (told.size() > LIMIT) {
      told.removeFirst();
    }
  }

  /** No more come now. */
  void flush() {
    List<PinnedWait> latest = takeTold();
    if (latest.isEmpty()) {
      return;
    }
    Set<String> ids = latest.stream().map(PinnedWait::taskId).collect(Collectors.toSet());
    // Outside the lock, and whatever becomes of it.
    Map<String, String> monitors = new HashMap<>();
    try {
      monitors.putAll(tasks.monitorsOf(ids));
      latest.forEach(wait -> count(wait, monitors.get(wait.taskId())));
    } finally {
      keep(latest, monitors);
    }
  }

  private void count(PinnedWait wait, @Nullable String monitor) {
    if (monitor != null) {
      tasks.pinned(monitor, wait.durationNanos());
    }
  }

  private synchronized List<PinnedWait> takeTold() {
    List<PinnedWait> taken = List.copyOf(told);
    told.clear();
    return taken;
  }

  private synchronized void keep(List<PinnedWait> latest, Map<String, String> monitors) {
    for (PinnedWait wait : latest) {
      waits.addLast(withMonitor(wait, monitors.getOrDefault(wait.taskId(), "")));
      if (waits.size() > LIMIT) {
        waits.removeFirst();
      }
    }
  }

  private static PinnedWait withMonitor(PinnedWait wait, String monitor) {
    return new PinnedWait(
        wait.taskId(),
        wait.taskName(),
        monitor,
        wait.startedMillis(),
        wait.durationNanos(),
        wait.reason(),
        wait.operation(),
        wait.carrier(),
        wait.frames());
  }

  /** The latest ones, at most so many, the oldest of them first. */
  public synchronized List<PinnedWait> latest(int max) {
    return waits.stream().skip(Math.max(0, waits.size() - (long) Math.max(0, max))).toList();
  }

  /** Those of a task that are still kept, the oldest first. */
  public List<PinnedWait> ofTask(String taskId) {
    return those(wait -> wait.taskId().equals(taskId));
  }

  /** Those of the tasks of a monitor that are still kept, the oldest first. */
  public List<PinnedWait> ofMonitor(String monitor) {
    return those(wait -> wait.monitor().equals(monitor));
  }

  private synchronized List<PinnedWait> those(Predicate<PinnedWait> wanted) {
    return waits.stream().filter(wanted).toList();
  }
}
