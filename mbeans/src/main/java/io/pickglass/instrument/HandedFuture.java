package io.pickglass.instrument;

import io.pickglass.model.Outcome;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A task whose future is made by the executor itself, because only that one knows how to wait for
 * it: a ForkJoinPool helps or compensates, a scheduled executor keeps its time.
 *
 * <p>Threads: any, as the executor's own future, to which all is passed on.
 */
class HandedFuture<V extends @Nullable Object> implements Future<V>, Pending.Item {
  private final PlainTask task;
  private final Pending pending;

  // Null until the executor has returned it, which may be after the run.
  private volatile @Nullable Future<V> future;

  HandedFuture(PlainTask task, Pending pending) {
    this.task = task;
    this.pending = pending;
  }

  /** How code is given to the executor. */
  interface Hand<C, V extends @Nullable Object> {
    Future<V> over(C code);
  }

  /** Gives the code to the executor; if that refuses it, the task is over. */
  final HandedFuture<V> hand(Callable<V> code, Hand<Callable<V>, V> hand) {
    Callable<V> body = () -> call(code);
    return handBody(body, hand);
  }

  final <C> HandedFuture<V> handBody(C body, Hand<C, V> hand) {
    pending.add(this);
    boolean taken = false;
    try {
      future = hand.over(body);
      taken = true;
    } finally {
      if (!taken) {
        finished(Outcome.CANCELLED);
      }
    }
    return this;
  }

  private V call(Callable<V> code) throws Exception {
    task.beginPoll();
    Outcome outcome = Outcome.FAILED;
    try {
      V result = code.call();
      outcome = Outcomes.of(code, task);
      return result;
    } catch (Throwable e) {
      Outcomes.failed(task, e);
      throw e;
    } finally {
      finished(outcome);
    }
  }

  /** A run has been the last. What is thrown after a cancellation is no failure. */
  final void finished(Outcome outcome) {
    pending.remove(this);
    Future<V> known = future;
    boolean cancelled = outcome == Outcome.FAILED && known != null && known.isCancelled();
    task.end(cancelled ? Outcome.CANCELLED : outcome);
  }

  @Override
  public void dropped() {
    pending.remove(this);
    task.endUnlessRunning();
  }

  @Override
  public final @Nullable Future<V> future() {
    return future;
  }

  /** The executor's own future; there, once this one was given to anybody. */
  final Future<V> own() {
    return Objects.requireNonNull(future);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = own().cancel(mayInterruptIfRunning);
    if (cancelled) {
      dropped();
    }
    return cancelled;
  }

  @Override
  public boolean isCancelled() {
    return own().isCancelled();
  }

  @Override
  public boolean isDone() {
    return own().isDone();
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    return own().get();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return own().get(timeout, unit);
  }

  @Override
  public V resultNow() {
    return own().resultNow();
  }

  @Override
  public Throwable exceptionNow() {
    return own().exceptionNow();
  }

  @Override
  public State state() {
    return own().state();
  }

  @Override
  public String toString() {
    return String.valueOf(future);
  }
}
