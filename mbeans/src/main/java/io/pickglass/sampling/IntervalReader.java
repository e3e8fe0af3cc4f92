package io.pickglass.sampling;

import io.pickglass.model.Interval;
import java.util.List;

/**
 * Walks the intervals of a monitor or runtime as they are completed, each exactly once. Any number
 * of readers walk at once and see the same.
 *
 * <p>Threads: one.
 */
public final class IntervalReader<I extends Interval<?>> {
  private final History<I> history;
  private long seen;
  private long missed;

  IntervalReader(History<I> history, long after) {
    this.history = history;
    this.seen = after;
  }

  /** The intervals completed since the last call, oldest first; empty if there are none. */
  public List<I> next() {
    List<I> intervals = history.after(seen, Integer.MAX_VALUE);
    if (!intervals.isEmpty()) {
      // What began after the reader did has missed nothing before.
      long expected = Math.max(seen + 1, history.firstSequence());
      missed += intervals.getFirst().sequence() - expected;
      seen = intervals.getLast().sequence();
    }
    return intervals;
  }

  /**
   * Whether it is watched no more: what {@link #next} gives after that is the last. The interval in
   * which that happened is never completed.
   */
  public boolean isOver() {
    return history.isOver();
  }

  /** How many intervals had left the ring before this reader came for them. */
  public long missedCount() {
    return missed;
  }
}
