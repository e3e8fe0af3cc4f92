package io.pickglass.monitor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What one worker does with watched tasks, since it was first seen: an array of numbers and not an
 * object of ours, because it hangs on threads of the application.
 *
 * <p>Threads: the worker writes, anybody reads; each number is as of its own instant. A place that
 * passes from one thread to the next is passed under a lock of theirs.
 */
public final class Work {
  // How long the worker has been busy is in one word, so that any reader can count a poll in
  // progress up to now. Between two polls it is the time spent in polls. In a poll it is the same
  // less the time from the making of the array to the beginning of the poll, and so below zero:
  // nobody was busy for longer than it is there.

  /** Counted: wakes and starts of tasks by what runs on the worker. */
  public static final int WAKES = 11;

  /** Counted: polls of tasks that were polled on another worker before. */
  public static final int MIGRATIONS = 12;

  /** Counted: tasks that were started by what runs on the worker. */
  public static final int STARTS = 13;

  /** Counted: tasks that ended on the worker. */
  public static final int ENDS = 14;

  /** When the latest poll began; the worker's own. */
  private static final int START = 15;

  // In front and behind nothing, for a cache line: each worker writes its own at every poll.
  private static final int POLLS = 8;
  private static final int BUSY = 9;
  private static final int MADE = 10;
  private static final int LENGTH = 24;

  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);

  private Work() {}

  /** Of a worker that has done nothing by now. */
  public static long[] madeAt(long now) {
    long[] work = new long[LENGTH];
    work[MADE] = now - 1;
    return work;
  }

  /** A poll begins. */
  static void pollBegins(long[] work, long at) {
    add(work, POLLS);
    if (work[BUSY] < 0) {
      // The poll before was cut off, by a stack overflow, say: it ends here.
      pollEnds(work, at);
    }
    work[START] = at;
    AT.setRelease(work, BUSY, work[BUSY] - (at - work[MADE]));
  }

  /** The poll that began last has ended. */
  static void pollEnds(long[] work, long at) {
    AT.setRelease(work, BUSY, Math.max(0, work[BUSY] + (at - work[MADE])));
  }

  /** When the latest poll began; asked by the worker. */
  static long latestStart(long[] work) {
    return work[START];
  }

  /** One more of what is counted. */
  static void add(long[] work, int what) {
    AT.setOpaque(work, what, work[what] + 1);
  }

  /** How many polls have begun. */
  public static long pollCount(long[] work) {
    return count(work, POLLS);
  }

  /** How many there were of what is counted. */
  public static long count(long[] work, int what) {
    return (long) AT.getOpaque(work, what);
  }

  /** The time in polls up to now, the one in progress included. */
  public static long busyNanos(long[] work, long now) {
    long known = (long) AT.getOpaque(work, BUSY);
    return known >= 0 ? known : Math.max(0, known + (now - work[MADE]));
  }

  /**
   * A number that is another one after each beginning and end of a poll; whoever finds the same
   * finds the same {@link Turns}, if he has asked for it before them.
   */
  public static long step(long[] work) {
    return (long) AT.getAcquire(work, BUSY) ^ Long.rotateLeft(pollCount(work), 48);
  }

  /** Whether a poll is in progress. */
  public static boolean isPolling(long[] work) {
    return (long) AT.getOpaque(work, BUSY) < 0;
  }
}
