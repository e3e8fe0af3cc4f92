package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import io.pickglass.model.Place;
import io.pickglass.task.View;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A submitted task with a result. It becomes a task of its monitor when it is handed over. */
final class WatchedFuture<V extends @Nullable Object> extends FutureTask<V> {
  private final View view;
  private final Place place;
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile @Nullable PlainTask task;

  // Code that is itself a Future, and so swallows what it throws. Any other is not kept, for a
  // FutureTask forgets its code when it has run.
  private final @Nullable Future<?> swallowing;

  WatchedFuture(View view, Callable<V> code) {
    super(code);
    this.view = view;
    this.place = Places.of(code);
    this.swallowing =
        code instanceof RunnableCall<?> call && call.code() instanceof Future<?> future
            ? future
            : null;
  }

  /**
   * An executor is about to be given this future.
   *
   * @param mayDrop whether it may drop it without a word
   * @return whether it is the first; to any other the future is code like any other
   */
  boolean handedOver(boolean mayDrop) {
    if (!taken.compareAndSet(false, true)) {
      return false;
    }
    PlainTask made = PlainTask.of(view, place);
    if (mayDrop) {
      made.endIfDropped(this);
    }
    task = made;
    return true;
  }

  /** The executor has given it back, or never taken it. */
  void refused() {
    PlainTask refused = task;
    if (refused != null) {
      refused.endUnpolled();
    }
  }

  @Override
  public void run() {
    PlainTask running = task;
    if (running == null || isDone()) {
      super.run();
      return;
    }
    running.beginPoll();
    try {
      super.run();
    } finally {
      running.end(Outcomes.of(this, running));
    }
  }

  // The end is booked before the result is there, so that whoever has got it finds it booked.

  @Override
  protected void set(V value) {
    PlainTask running = task;
    end(running == null ? Outcome.RETURNED : Outcomes.of(swallowing, running));
    super.set(value);
  }

  @Override
  protected void setException(Throwable thrown) {
    // Interrupted by its own cancellation, it has not failed.
    PlainTask running = task;
    if (running != null && !isCancelled()) {
      Outcomes.failed(running, thrown);
    }
    end(isCancelled() ? Outcome.CANCELLED : Outcome.FAILED);
    super.setException(thrown);
  }

  /** Also called when it is cancelled: before its run that is its end, in its run it is not. */
  @Override
  protected void done() {
    PlainTask cancelled = task;
    if (cancelled != null && isCancelled()) {
      cancelled.endUnpolled();
    }
  }

  private void end(Outcome outcome) {
    PlainTask ended = task;
    if (ended != null) {
      ended.end(outcome);
    }
  }
}
