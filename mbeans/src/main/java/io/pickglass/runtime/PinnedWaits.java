package io.pickglass.runtime;

import io.pickglass.model.PinnedWait;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The latest pinned waits that Flight Recorder has told, and whose they were. It tells them about a
 * second after they were over, and reads of one that is still going on there are none.
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

  private volatile UnaryOperator<String> monitorOf = _ -> "";

  PinnedWaits() {}

  void monitors(UnaryOperator<String> ofTask) {
    monitorOf = ofTask;
  }

  void add(PinnedWait wait) {
    // Outside the lock: it has locks of its own.
    PinnedWait known = withMonitor(wait, monitorOf.apply(wait.taskId()));
    synchronized (this) {
      waits.addLast(known);
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
