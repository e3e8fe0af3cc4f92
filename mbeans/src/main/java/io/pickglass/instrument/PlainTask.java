package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lanes;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;

/** A task whose wakes and polls are told by whoever runs it. */
public sealed class PlainTask extends TaskState permits TimedTask {
  PlainTask(View view) {
    super(view);
  }

  /** A task of the monitor of that view, instrumented and listed now. */
  public static PlainTask of(View view) {
    PlainTask task = new PlainTask(view);
    task.begin();
    return task;
  }

  /** A task that is not among the live ones, because it may be given up without an end. */
  public static PlainTask unlisted(View view) {
    PlainTask task = new PlainTask(view);
    try {
      task.instrumented(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
    return task;
  }

  /** Books and lists the new task. */
  final void begin() {
    try {
      instrumented(Lanes.current());
      listed(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  @Override
  protected boolean isReady(boolean woken) {
    return woken;
  }

  @Override
  protected boolean isSurplus(boolean open, boolean sawNoPoll) {
    return false;
  }

  /** Reports a wake. */
  public void wake() {
    try {
      wake(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Reports the end; a second one changes nothing. */
  public void end(Outcome outcome) {
    try {
      end(Lanes.current(), outcome);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Reports the end of a task that was never polled; nothing happens to any other. */
  void endUnpolled() {
    if (isUnpolled()) {
      end(Outcome.CANCELLED);
    }
  }

  /** Reports a cancellation: the end, unless a poll is open, which then has to report it. */
  void endUnlessRunning() {
    if (!isRunning()) {
      end(Outcome.CANCELLED);
    }
  }

  /** Reports that a poll begins. */
  public long beginPoll() {
    try {
      return pollStarted(Lanes.current(), false);
    } catch (Throwable e) {
      Guard.caught(e);
      return OVER;
    }
  }

  /** Reports the end of the poll that {@link #beginPoll} began. */
  public void endPoll(long poll) {
    if (poll == OVER) {
      return;
    }
    try {
      pollEnded(Lanes.current(), poll);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }
}
