package io.pickglass.instrument;

import io.pickglass.monitor.Switch;
import io.pickglass.task.View;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Watches what is submitted to a ForkJoinPool. Futures are the pool's own, for only they let a
 * worker that waits for one help, or another take its place. What a task forks goes past every
 * executor, and is not seen.
 */
final class WatchedForkJoinPool extends WatchedScheduledExecutor {
  private final ForkJoinPool delegate;

  WatchedForkJoinPool(ForkJoinPool delegate, View view, Switch onOff) {
    super(delegate, view, onOff);
    this.delegate = delegate;
  }

  @Override
  void watch(Runnable command) {
    queue(
        command instanceof ForkJoinTask<?> theirs
            ? new Quiet(PlainTask.of(view(), Places.of(command)), command, theirs)
            : OnePollTask.of(view(), command));
  }

  /** A task that keeps what it throws to itself when a pool runs it, and so when we do. */
  private static final class Quiet extends OnePollTask {
    private final ForkJoinTask<?> theirs;

    Quiet(PlainTask task, Runnable code, ForkJoinTask<?> theirs) {
      super(task, code);
      this.theirs = theirs;
    }

    // Not quietlyInvoke: that waits, and the tasks of a CompletableFuture are never done.
    @Override
    void runCode() {
      try {
        super.runCode();
      } catch (Throwable e) {
        if (!theirs.isCompletedAbnormally()) {
          throw e;
        }
      }
    }
  }

  @Override
  <T extends @Nullable Object> Future<T> watch(Callable<T> code) {
    Objects.requireNonNull(code);
    return new HandedFuture<T>(PlainTask.of(view(), Places.of(code)), pending())
        .hand(code, delegate::submit);
  }

  @Override
  Future<?> watchSubmitted(Runnable code) {
    if (code instanceof ForkJoinTask<?> theirs) {
      watch(code);
      return theirs;
    }
    return super.watchSubmitted(code);
  }

  @Override
  <T extends @Nullable Object> RunnableFuture<T> futureOf(Callable<T> code) {
    ForkJoinTask<T> future =
        isInWorker() ? ForkJoinTask.adapt(code) : ForkJoinTask.adaptInterruptible(code);
    return future instanceof RunnableFuture<?> ? runnable(future) : super.futureOf(code);
  }

  @Override
  <T extends @Nullable Object> RunnableFuture<T> futureOf(Runnable code, T value) {
    ForkJoinTask<T> future =
        isInWorker()
            ? ForkJoinTask.adapt(code, value)
            : ForkJoinTask.adaptInterruptible(code, value);
    return future instanceof RunnableFuture<?> ? runnable(future) : super.futureOf(code, value);
  }

  private static boolean isInWorker() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread;
  }

  @SuppressWarnings("unchecked")
  private static <T extends @Nullable Object> RunnableFuture<T> runnable(ForkJoinTask<T> future) {
    return (RunnableFuture<T>) (Object) future;
  }
}
