package io.pickglass.instrument;

import io.pickglass.monitor.Switch;
import io.pickglass.task.View;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches an executor that keeps time. What it is told to run at once is, as it says of itself, a
 * task with a delay of zero.
 */
sealed class WatchedScheduledExecutor extends WatchedExecutor implements ScheduledExecutorService
    permits WatchedForkJoinPool {
  private final ScheduledExecutorService delegate;
  private final Pending pending = new Pending();

  WatchedScheduledExecutor(ScheduledExecutorService delegate, View view, Switch onOff) {
    super(delegate, view, onOff);
    this.delegate = delegate;
  }

  /** What may be cancelled by the executor itself. */
  final Pending pending() {
    return pending;
  }

  private <V extends @Nullable Object> TimedFuture<V> timed(
      Object code, long delay, TimeUnit unit) {
    return TimedFuture.of(view(), Places.of(code), pending, delay, unit);
  }

  private <V extends @Nullable Object> ScheduledFuture<V> watch(
      Callable<V> code, long delay, TimeUnit unit) {
    Objects.requireNonNull(code);
    TimedFuture<V> timed = timed(code, delay, unit);
    timed.hand(code, body -> delegate.schedule(body, delay, unit));
    return timed;
  }

  @Override
  public final <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> code, long delay, TimeUnit unit) {
    return isWatching() ? watch(code, delay, unit) : delegate.schedule(code, delay, unit);
  }

  @Override
  public final ScheduledFuture<?> schedule(Runnable code, long delay, TimeUnit unit) {
    return isWatching()
        ? watch(RunnableCall.of(code), delay, unit)
        : delegate.schedule(code, delay, unit);
  }

  @Override
  public final ScheduledFuture<?> scheduleAtFixedRate(
      Runnable code, long delay, long period, TimeUnit unit) {
    if (!isWatching()) {
      return delegate.scheduleAtFixedRate(code, delay, period, unit);
    }
    Objects.requireNonNull(code);
    TimedFuture<?> timed = timed(code, delay, unit);
    timed.handBody(
        timed.atRate(code, unit.toNanos(period)),
        body -> anything(delegate.scheduleAtFixedRate(body, delay, period, unit)));
    return timed;
  }

  @Override
  public final ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable code, long initialDelay, long delay, TimeUnit unit) {
    if (!isWatching()) {
      return delegate.scheduleWithFixedDelay(code, initialDelay, delay, unit);
    }
    Objects.requireNonNull(code);
    TimedFuture<?> timed = timed(code, initialDelay, unit);
    timed.handBody(
        timed.withDelay(code, unit.toNanos(delay)),
        body -> anything(delegate.scheduleWithFixedDelay(body, initialDelay, delay, unit)));
    return timed;
  }

  // A periodic task has no result.
  @SuppressWarnings("unchecked")
  private static <V> ScheduledFuture<V> anything(ScheduledFuture<?> future) {
    return (ScheduledFuture<V>) future;
  }

  @Override
  void watch(Runnable command) {
    watchSubmitted(command);
  }

  // An executor of this kind orders its tasks by their times, and not by themselves.
  @Override
  final void pass(Runnable command) {
    delegate.execute(command);
  }

  @Override
  final void queue(OnePollTask task) {
    Queued queued = new Queued(task, pending);
    pending.add(queued);
    handOver(queued, queued::dropped);
  }

  /** In the executor's queue, from where it may vanish without a word. */
  private record Queued(OnePollTask task, Pending pending) implements Runnable, Pending.Item {
    @Override
    public void run() {
      pending.remove(this);
      task.run();
    }

    @Override
    public @Nullable Future<?> future() {
      return null;
    }

    @Override
    public void dropped() {
      pending.remove(this);
      task.refused();
    }

    // One that is in a set, not one that equals another.

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  @Override
  <T extends @Nullable Object> Future<T> watch(Callable<T> code) {
    return watch(code, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> dropped = super.shutdownNow();
    dropped.replaceAll(this::givenBack);
    // Nothing begins any more; but the common pool goes on.
    if (isShutdown()) {
      pending.dropAll();
    }
    return dropped;
  }

  private Runnable givenBack(Runnable task) {
    if (pending.of(task) instanceof TimedFuture<?> ours) {
      ours.dropped();
      return ours;
    }
    return task;
  }

  // Executors cancel delayed and periodic tasks in their own time after a shutdown.

  @Override
  public void shutdown() {
    super.shutdown();
    pending.dropCancelled();
  }

  @Override
  public boolean isTerminated() {
    return terminated(super.isTerminated());
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return terminated(super.awaitTermination(timeout, unit));
  }

  @Override
  public void close() {
    super.close();
    terminated(super.isTerminated());
  }

  private boolean terminated(boolean terminated) {
    if (terminated) {
      pending.dropAll();
    }
    return terminated;
  }
}
