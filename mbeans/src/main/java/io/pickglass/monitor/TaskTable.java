package io.pickglass.monitor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of all monitors share: how many live tasks may be listed together, and the tasks
 * that ended last.
 *
 * <p>Threads: any, without locks.
 *
 * <p>Bounds: {@link #limit()} places for live tasks, about 6 bytes each, given back when they stand
 * empty; a task that finds none is counted by its monitor all the same, and {@linkplain
 * #unlistedCount here} as not listed.
 */
public final class TaskTable {
  /** How many tasks may be listed at first. */
  public static final int DEFAULT_LIMIT = 1_000_000;

  // 3.6 KB each.
  private static final int MOST_SPREADS = 1_000;

  // Half of them for tasks at which nobody has looked yet.
  private static final int MOST_SPREADS_UNASKED = MOST_SPREADS / 2;

  /** From so many polls on a task gets histograms of its own unasked, at first. */
  public static final int DEFAULT_HISTOGRAM_POLLS = 10_000;

  private final AtomicInteger chunks = new AtomicInteger();
  private final LongAdder unlisted = new LongAdder();
  private final AtomicInteger spreads = new AtomicInteger();
  private final EndedTasks ended = new EndedTasks(this);
  private final UntimedThreads untimed = new UntimedThreads();
  private volatile int limit = DEFAULT_LIMIT;
  private volatile int histogramPolls = DEFAULT_HISTOGRAM_POLLS;
  private volatile boolean seesPins;

  /** How many live tasks may be listed at once, over all monitors. */
  public int limit() {
    return limit;
  }

  /**
   * Sets how many may be listed; those that are stay.
   *
   * @throws IllegalArgumentException below zero
   */
  public void limit(int tasks) {
    if (tasks < 0) {
      throw new IllegalArgumentException(tasks + " tasks: give 0 or more");
    }
    limit = tasks;
  }

  /** How many tasks were not listed since the start, as there was no place. */
  public long unlistedCount() {
    return unlisted.sum();
  }

  /** How many places there are now, free ones included. */
  public int placeCount() {
    return chunks.get() * LiveChunk.PLACES;
  }

  /** From how many polls on a task gets histograms of its own, if there is room. */
  public int histogramPolls() {
    return histogramPolls;
  }

  /**
   * Sets from how many polls on; those that have histograms keep them.
   *
   * @throws IllegalArgumentException below zero
   */
  public void histogramPolls(int polls) {
    if (polls < 0) {
      throw new IllegalArgumentException(polls + " polls: give 0 or more");
    }
    histogramPolls = polls;
  }

  /** Whether a task of so many polls gets histograms that nobody has asked for. */
  boolean takesUnasked(long polls) {
    return polls >= histogramPolls && spreads.get() < MOST_SPREADS_UNASKED;
  }

  /** The virtual threads that lived before the agent came. */
  public UntimedThreads untimed() {
    return untimed;
  }

  /** Of how many tasks polls and waits are kept one by one; 1,000 at most. */
  public int spreadsCount() {
    return spreads.get();
  }

  /** Takes room for the histograms of one task more, if there is some. */
  boolean takeSpreads() {
    int known = spreads.incrementAndGet();
    if (known > MOST_SPREADS) {
      spreads.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives back the room of a task's histograms, if it has any. */
  public void giveBackSpreads(@Nullable Notes notes) {
    if (notes != null && notes.spreads() != null) {
      spreads.decrementAndGet();
    }
  }

  /** Whether somebody tells of tasks that kept their carriers while they waited. */
  boolean seesPins() {
    return seesPins;
  }

  /** Sets whether somebody does. */
  public void seesPins(boolean now) {
    seesPins = now;
  }

  /** The tasks that ended last. */
  public EndedTasks ended() {
    return ended;
  }

  void notListed() {
    unlisted.increment();
  }

  /** Takes places for one chunk more, if the limit lets it. */
  boolean takeChunk() {
    while (true) {
      int known = chunks.get();
      if ((known + 1L) * LiveChunk.PLACES > limit) {
        return false;
      }
      if (chunks.compareAndSet(known, known + 1)) {
        return true;
      }
    }
  }

  void giveBackChunk() {
    chunks.decrementAndGet();
  }
}
