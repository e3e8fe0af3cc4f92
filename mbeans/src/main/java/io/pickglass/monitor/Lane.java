package io.pickglass.monitor;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.time.NanoClock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A place in which one thread at a time writes: the carrier with that index in the scheduler's
 * pool. Each monitor has a cell of its own per lane; what the carrier itself does is its {@link
 * Work}.
 *
 * <p>Threads: all but the index is written by the lane's carrier only; what it polls and its work
 * are read by anybody. A carrier that ends hands its index to a later one under the pool's own
 * lock, so the writes of both are ordered.
 */
public final class Lane implements PollSite {
  private static final VarHandle POLLING;

  static {
    try {
      POLLING = MethodHandles.lookup().findVarHandle(Lane.class, "polling", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int index;
  private final long[] work = Work.madeAt(NanoClock.SYSTEM.nanos());
  private final long[][] turns = Turns.place();

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

  /** A poll of that task begins on this carrier, for which it has waited so long. */
  public void pollBegins(Object task, long at, long waited) {
    POLLING.setRelease(this, task);
    Turns.add(turns, RuntimeDistribution.SCHEDULING_DELAY, waited);
    Work.pollBegins(work, at);
  }

  /** The poll that began last on this carrier has ended. */
  public void pollEnds(long at) {
    polling = null;
    if (Work.isPolling(work)) {
      Turns.add(turns, RuntimeDistribution.POLL, at - Work.latestStart(work));
      Work.pollEnds(work, at);
    }
  }

  /** The poll that has begun is the first of its task on this carrier after one on another. */
  public void migrated() {
    Work.add(work, Work.MIGRATIONS);
  }

  @Override
  public long pollCount() {
    return Work.pollCount(work);
  }

  /** Null: the carriers change, and what is polled on one is a thread of its own. */
  @Override
  public @Nullable Thread thread() {
    return null;
  }

  /** What its carrier does; for anybody to read. */
  public long[] work() {
    return work;
  }

  /** Where it is noted how long its polls were, and the waits for them; for anybody to read. */
  public long[][] turns() {
    return turns;
  }

  @Override
  public @Nullable Polled polled() {
    return POLLING.getAcquire(this) instanceof Polled polled ? polled : null;
  }
}
