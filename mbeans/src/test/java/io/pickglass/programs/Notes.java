package io.pickglass.programs;

import io.pickglass.model.TaskReport;
import org.jspecify.annotations.Nullable;

/**
 * What a thread of a program has noted with its own clock, and what its conductor has. Each of the
 * two writes its own fields; they are read when the thread is over.
 */
final class Notes {
  private static final long SURELY_IDLE_NANOS = 200_000;

  // By the conductor: before the thread was made, after it was started, after it was joined.
  long making;
  long started;
  long joined;

  // By the conductor: times that he saw pass while the thread could do nothing else.
  long seenUnpolledNanos;
  long seenIdleNanos;
  long seenQueuedNanos;

  // By the thread: its first and its last reading of the clock.
  long first;
  long last;

  // By the thread: what it has done, whoever else ran.
  int yields;
  int waits;
  int idles;
  long sleptNanos;
  long spunNanos;

  // By the thread: how long it was in steps that may wait, and in steps that may queue.
  long mayIdleNanos;
  long mayQueueNanos;

  // By the thread: whether it met others, so that it may have waited more often than it knows, and
  // may find a permit that it knows nothing of.
  boolean metOthers;

  // By the thread: what it was told of itself in its last poll.
  TaskReport report = TaskReport.NONE;

  // By the thread: what it threw; by its handler: what has arrived there.
  @Nullable Throwable thrown;
  @Nullable Throwable caught;

  /** A wait that lasts for so long at least, and is idle time if its poll ends before. */
  void waited(long nanos) {
    waits++;
    idles += nanos < SURELY_IDLE_NANOS ? 0 : 1;
  }

  /** A wait that the clock alone ends. */
  void slept(long nanos) {
    waited(nanos);
    sleptNanos += nanos;
  }

  /** Of its polls, how many are known: all of them, unless it met others. */
  long knownPolls() {
    return 1L + yields + waits;
  }
}
