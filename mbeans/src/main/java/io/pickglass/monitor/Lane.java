package io.pickglass.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A place in which one thread at a time writes: the carrier with that index in the scheduler's
 * pool. Each monitor has a cell of its own per lane.
 *
 * <p>Threads: all but the index is written and read by the lane's carrier only. A carrier that ends
 * hands its index to a later one under the pool's own lock, so the writes of both are ordered.
 */
public final class Lane {
  private final int index;

  // Padding: lanes are neighbours on the heap, and each is written at every poll.
  @SuppressWarnings("unused")
  private long p0, p1, p2, p3, p4, p5, p6, p7;

  private @Nullable Object polling;

  // The cell in which the lane's carrier has written last. The next event is most often of the same
  // monitor, and finding its cell by the monitor is a chain of six loads.
  private @Nullable Cell lastCell;

  @SuppressWarnings("unused")
  private long q0, q1, q2, q3, q4, q5, q6, q7;

  Lane(int index) {
    this.index = index;
  }

  /** The index, from 0. */
  public int index() {
    return index;
  }

  /** The task whose poll runs on this carrier, or null. */
  public @Nullable Object polling() {
    return polling;
  }

  /** The cell in which it has written last; null if in none. */
  @Nullable Cell lastCell() {
    return lastCell;
  }

  /** Says that it writes into that cell. */
  void lastCell(Cell cell) {
    lastCell = cell;
  }

  /** Says whose poll runs on this carrier; null says nobody's. */
  public void polling(@Nullable Object task) {
    polling = task;
  }
}
