package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.monitor.Lanes;
import io.pickglass.task.TaskState;
import io.pickglass.task.View;
import java.util.concurrent.Callable;

/** A task whose wakes and polls are told by whoever runs it. */
public class PlainTask extends TaskState {
  /** A task of the monitor of that view, instrumented and listed now. */
  public PlainTask(View view) {
    super(view);
    try {
      instrumented(Lanes.current());
      listed(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  @Override
  protected final boolean isReady(boolean woken) {
    return woken;
  }

  /** Reports a wake. */
  public final void wake() {
    try {
      wake(Lanes.current());
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Reports the end; a second one changes nothing. */
  public final void end(Outcome outcome) {
    try {
      end(Lanes.current(), outcome);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Reports the end of a task that was never polled; nothing happens to any other. */
  final void endUnpolled() {
    if (isUnpolled()) {
      end(Outcome.CANCELLED);
    }
  }

  /** Reports that a poll begins. */
  public final long beginPoll() {
    try {
      return pollStarted(Lanes.current(), false);
    } catch (Throwable e) {
      Guard.caught(e);
      return 0;
    }
  }

  /** Reports the end of the poll that {@link #beginPoll} began. */
  public final void endPoll(long poll) {
    if (poll == 0) {
      return;
    }
    try {
      pollEnded(Lanes.current(), poll);
    } catch (Throwable e) {
      Guard.caught(e);
    }
  }

  /** Runs code as one poll, whatever becomes of it. */
  public final <T> T poll(Callable<T> code) throws Exception {
    long poll = beginPoll();
    try {
      return code.call();
    } finally {
      endPoll(poll);
    }
  }
}
