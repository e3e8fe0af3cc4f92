package io.pickglass.instrument;

import io.pickglass.model.Place;
import io.pickglass.monitor.Lanes;
import io.pickglass.task.View;

/**
 * A task that is to run at a certain time, once or again and again: idle between two runs until the
 * next is due, then scheduled until it runs.
 *
 * <p>Threads: runs one after the other, each ordered before the next by the executor. Readers may
 * see {@code due} late.
 */
final class TimedTask extends PlainTask {
  // As ScheduledThreadPoolExecutor does, so that no two instants are more than half of all apart.
  private static final long LONGEST_DELAY = Long.MAX_VALUE >> 1;

  private long due;

  private TimedTask(View view, Place place, long delayNanos) {
    super(view, place);
    this.due = after(delayNanos);
  }

  /** A task instrumented and listed now, first due after that time. */
  static TimedTask of(View view, Place place, long delayNanos) {
    TimedTask task = new TimedTask(view, place, delayNanos);
    task.begin();
    return task;
  }

  /** A run begins; if the task was idle, it was so until it was due. */
  long beginRun() {
    try {
      wakeWaiting(Lanes.current(), poll(), due);
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return beginPoll();
  }

  /** A run has ended, and the next is due a period after this one was, which may be at once. */
  void endRunAtRate(long run, long periodNanos) {
    endRun(run, due + periodNanos);
  }

  /** A run has ended, and the next is due after that time. */
  void endRunWithDelay(long run, long delayNanos) {
    endRun(run, after(delayNanos));
  }

  private void endRun(long run, long nextDue) {
    due = nextDue;
    if (nextDue - now() <= 0) {
      // Late already: it was ready before this run has ended, and is not idle at all.
      wake();
    }
    endPoll(run);
  }

  /** {@inheritDoc} Not for the delay that was asked for. */
  @Override
  long waited(long run) {
    return Math.clamp(startOf(run) - due, 0, super.waited(run));
  }

  private long after(long delayNanos) {
    return now() + Math.clamp(delayNanos, 0, LONGEST_DELAY);
  }

  @Override
  protected long dueOr(long otherwise) {
    return due;
  }
}
