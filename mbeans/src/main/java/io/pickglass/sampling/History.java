package io.pickglass.sampling;

import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last completed intervals of one monitor, a ring of a fixed number of them.
 *
 * <p>Threads: the sampler adds, anybody reads; each reader sees whole intervals, in order.
 */
public final class History {
  private final TaskTotals totals;
  private final TaskInterval[] ring;
  private final long firstSequence;
  private int count;
  private int next;
  private volatile boolean over;
  private Snapshot latest;
  private Instant latestAt;

  /** An empty history; its first interval begins now and will have that sequence number. */
  History(TaskTotals totals, int length, long firstSequence, Instant now) {
    this.totals = totals;
    this.ring = new TaskInterval[length];
    this.firstSequence = firstSequence;
    this.latest = Snapshot.empty(totals.clock().nanos());
    this.latestAt = now;
  }

  /** Cuts the interval that has that number, at that instant. Called by the sampler alone. */
  void cut(long sequence, long endedEpoch, long nanos, Instant now, Snapshot.Room room) {
    Snapshot snapshot = totals.snapshot(nanos, endedEpoch, room);
    TaskMetrics metrics = once(snapshot.epochSince(latest, room));
    add(new TaskInterval(totals.name(), sequence, latestAt, nanos - latest.at(), metrics));
    totals.countLivedTime(snapshot);
    latest = snapshot;
    latestAt = now;
  }

  /** The metrics of the interval before, if they are the same: where nothing happens. */
  private TaskMetrics once(TaskMetrics metrics) {
    TaskInterval before = last();
    return before != null && before.metrics().equals(metrics) ? before.metrics() : metrics;
  }

  private synchronized void add(TaskInterval interval) {
    ring[next] = interval;
    next = (next + 1) % ring.length;
    count = Math.min(count + 1, ring.length);
  }

  /** The monitor was removed. Called by the sampler alone. */
  void end() {
    over = true;
  }

  /** Whether there will be no further interval, because the monitor was removed. */
  public boolean isOver() {
    return over;
  }

  /** The monitor. */
  public TaskTotals totals() {
    return totals;
  }

  /** The sequence number of its first interval. */
  long firstSequence() {
    return firstSequence;
  }

  /** The last completed interval, or null before the first. */
  public synchronized @Nullable TaskInterval last() {
    return count == 0 ? null : ring[(next + ring.length - 1) % ring.length];
  }

  /** The last completed interval; before the first one an interval of number 0, all zero. */
  public TaskInterval lastOrZero() {
    TaskInterval last = last();
    return last != null
        ? last
        : new TaskInterval(totals.name(), 0, Instant.EPOCH, 0, totals.nothing());
  }

  /**
   * The intervals that are still kept and have a greater number, oldest first.
   *
   * @param after the number; a negative one asks for all
   * @param max at most so many
   */
  public synchronized List<TaskInterval> after(long after, int max) {
    List<TaskInterval> found = new ArrayList<>();
    for (int i = 0; i < count && found.size() < max; i++) {
      TaskInterval interval = ring[(next + ring.length - count + i) % ring.length];
      if (interval.sequence() > after) {
        found.add(interval);
      }
    }
    return found;
  }
}
