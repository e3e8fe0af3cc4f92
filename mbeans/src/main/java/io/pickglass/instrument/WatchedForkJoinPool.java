package io.pickglass.instrument;

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

  WatchedForkJoinPool(ForkJoinPool delegate, View view) {
    super(delegate, view);
    this.delegate = delegate;
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    Completion completion = Completion.of(this, command);
    OnePollTask task =
        completion != null
            ? completion
            : command instanceof ForkJoinTask<?> theirs
                ? new Quiet(PlainTask.of(view()), command, theirs)
                : OnePollTask.of(view(), command);
    queue(task);
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
  public <T extends @Nullable Object> Future<T> submit(Callable<T> code) {
    Objects.requireNonNull(code);
    return new HandedFuture<T>(PlainTask.of(view()), pending()).hand(code, delegate::submit);
  }

  @Override
  public Future<?> submit(Runnable code) {
    if (code instanceof ForkJoinTask<?> theirs) {
      execute(code);
      return theirs;
    }
    return super.submit(code);
  }

  @Override
  <T extends @Nullable Object> RunnableFuture<T> futureOf(OnePollCall<T> call) {
    ForkJoinTask<T> future =
        Thread.currentThread() instanceof ForkJoinWorkerThread
            ? ForkJoinTask.adapt(call)
            : ForkJoinTask.adaptInterruptible(call);
    return future instanceof RunnableFuture<?> ? runnable(future) : super.futureOf(call);
  }

  @SuppressWarnings("unchecked")
  private static <T extends @Nullable Object> RunnableFuture<T> runnable(ForkJoinTask<T> future) {
    return (RunnableFuture<T>) (Object) future;
  }
}
