package io.pickglass.runtime;

import io.pickglass.catalog.RuntimeKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of runtime tells of itself. It refers to the runtime weakly.
 *
 * <p>Threads: one at a time, but for what says otherwise.
 */
interface RuntimeSource {
  /** What became of a probe that was offered to a runtime. */
  enum Answer {
    /** It will be run when its turn comes. */
    TAKEN,
    /** A thread is free or may be made: it need not be asked, as any task would run at once. */
    FREE,
    /** All threads are taken, and it does not even take a task more. */
    FULL
  }

  /** What it is. */
  RuntimeKind kind();

  /** Whether it is the source of that runtime. Any thread may ask. */
  boolean isOf(Object runtime);

  /** Whether it is shut down, or nobody refers to it any more. Any thread may ask. */
  boolean isGone();

  /** What it says of itself now. */
  Values values();

  /** Its workers; null if they cannot be known, or not at this moment. */
  @Nullable List<Thread> workers(PlatformThreads threads);

  /** Gives the workers their places, of which the facts are known. */
  void seat(Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now);

  /** Whether it can tell its workers one by one. */
  boolean knowsWorkers();

  /** Whether what its workers poll is known. */
  boolean knowsPolls();

  /** Whether a probe can be offered to it without the application noticing. */
  boolean takesProbes();

  /** Gives it a task that does nothing, if all its threads are taken. */
  Answer offer(Runnable probe);

  /** Whether there is no thread that would run what it was offered. */
  default boolean isDeserted() {
    return false;
  }

  /**
   * Whether what it was offered waits no more: somebody has thrown it away, or runs it just now.
   */
  default boolean isDropped(Runnable probe) {
    return false;
  }

  /** Takes a task back that was offered and has not run. */
  void takeBack(Runnable probe);

  /** A tick: what is to be read at most once per interval is read now. */
  default void tick(PlatformThreads threads) {}

  /** Whether all threads may be stopped for a moment to ask its workers; false unless wanted. */
  default boolean mayStopThreads() {
    return false;
  }
}
