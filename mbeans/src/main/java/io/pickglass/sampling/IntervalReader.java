package io.pickglass.sampling;

import io.pickglass.model.TaskInterval;
import java.util.List;

/**
 * Walks the intervals of a monitor as they are completed, each exactly once. Any number of readers
 * walk at once and see the same.
 *
 * <p>Threads: one.
 */
public final class IntervalReader {
  private final History history;
  private long seen;
  private long missed;

  IntervalReader(History history, long after) {
    this.history = history;
    this.seen = after;
  }

  /** The intervals completed since the last call, oldest first; empty if there are none. */
  public List<TaskInterval> next() {
    List<TaskInterval> intervals = history.after(seen, Integer.MAX_VALUE);
    if (!intervals.isEmpty()) {
      // What a monitor younger than the reader never had is not missed.
      long expected = Math.max(seen + 1, history.firstSequence());
      missed += intervals.getFirst().sequence() - expected;
      seen = intervals.getLast().sequence();
    }
    return intervals;
  }

  /**
   * Whether the monitor was removed: what {@link #next} gives after that is the last. The interval
   * in which it was removed is never completed.
   */
  public boolean isOver() {
    return history.isOver();
  }

  /** How many intervals had left the ring before this reader came for them. */
  public long missedCount() {
    return missed;
  }
}
