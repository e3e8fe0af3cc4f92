package io.pickglass.monitor;

import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;

/**
 * How long the polls of one task were, and the waits before them.
 *
 * <p>Threads: written by the beginnings of the task's polls, one after the other; a reader may miss
 * the last of them.
 *
 * <p>Bounds: 3.6 KB.
 */
public final class TaskSpreads {
  private final long since;
  private final int[] polls = new int[Buckets.COUNT];
  private final int[] waits = new int[Buckets.COUNT];
  private long longestPoll;
  private long longestWait;

  TaskSpreads(long since) {
    this.since = since;
  }

  /** A poll has ended, and another begins after a wait; each that began before us is left out. */
  public void add(long pollStart, long pollNanos, long waitNanos) {
    if (pollStart - since >= 0) {
      count(polls, pollNanos);
      longestPoll = Math.max(longestPoll, pollNanos);
    }
    count(waits, waitNanos);
    longestWait = Math.max(longestWait, waitNanos);
  }

  private static void count(int[] counts, long nanos) {
    counts[Buckets.indexOf(Math.clamp(nanos, 0, Buckets.MAX_VALUE))]++;
  }

  /** From when on they are counted. */
  public long since() {
    return since;
  }

  /** The polls that are over. */
  public Histogram polls() {
    return histogram(polls);
  }

  /** The waits for them. */
  public Histogram waits() {
    return histogram(waits);
  }

  /** The longest poll that is over. */
  public long longestPoll() {
    return longestPoll;
  }

  /** The longest wait. */
  public long longestWait() {
    return longestWait;
  }

  private static Histogram histogram(int[] counts) {
    Histogram.Builder builder = new Histogram.Builder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        builder.add(i, Integer.toUnsignedLong(counts[i]));
      }
    }
    return builder.build();
  }
}
