package io.pickglass.monitor;

import org.jspecify.annotations.Nullable;

/**
 * Who is told of single tasks while somebody records them. One for all monitors, as there is one
 * Flight Recorder; nobody as a rule, and then a poll costs the look whether there is somebody.
 *
 * <p>Threads: told by whoever books the event, and so on the application's threads: no call may
 * throw, lock or block. What is read is the caller's own and is used again.
 */
public abstract class TaskListener {
  private static volatile @Nullable TaskListener present;

  /** Who is told now; null if nobody is. */
  public static @Nullable TaskListener present() {
    return present;
  }

  /** Tells that one from now on, or nobody. */
  public static void tell(@Nullable TaskListener listener) {
    present = listener;
  }

  /** A task has ended; what is read is all of its life. */
  public abstract void ended(TaskReading task);

  /** A poll of a task has ended that took as long as its monitor calls slow, or longer. */
  public abstract void slowPoll(TaskReading task, long pollNanos);

  /** A poll has begun for which the task was ready as long as its monitor calls long, or longer. */
  public abstract void longDelay(TaskReading task, long delayNanos);
}
