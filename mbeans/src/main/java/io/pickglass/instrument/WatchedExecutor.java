package io.pickglass.instrument;

import io.pickglass.task.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches what is given to another executor: handing over is the wake, the run is the only poll.
 *
 * <p>Threads: any, as the other executor. Errors: those of the other executor, unchanged.
 */
public class WatchedExecutor extends AbstractExecutorService {
  // It is an AbstractExecutorService for ExecutorCompletionService alone, which asks such a one for
  // its futures; everything else is overridden.

  private final ExecutorService delegate;
  private final View view;

  WatchedExecutor(ExecutorService delegate, View view) {
    this.delegate = Objects.requireNonNull(delegate);
    this.view = view;
  }

  /** Watches that executor for the monitor of that view, if it can be; else gives it as it is. */
  public static ExecutorService of(ExecutorService delegate, View view) {
    if (delegate instanceof ScheduledExecutorService scheduled) {
      return of(scheduled, view);
    }
    return OwnOrder.skips(delegate) ? delegate : new WatchedExecutor(delegate, view);
  }

  /** How many executors were left alone. */
  public static long skippedCount() {
    return OwnOrder.skippedCount();
  }

  /** The application's own object where that is one of ours in its place; else the same. */
  public static Runnable unwrapped(Runnable task) {
    return task instanceof OnePollTask ours ? unwrapped(ours.code()) : task;
  }

  /** Watches that executor for the monitor of that view. */
  public static ScheduledExecutorService of(ScheduledExecutorService delegate, View view) {
    return delegate instanceof ForkJoinPool pool
        ? new WatchedForkJoinPool(pool, view)
        : new WatchedScheduledExecutor(delegate, view);
  }

  /** The view of the monitor for which it watches. */
  final View view() {
    return view;
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    if (command instanceof WatchedFuture<?> future && future.handedOver()) {
      handOver(future, future::refused);
      return;
    }
    Completion completion = Completion.of(this, command);
    OnePollTask task = completion == null ? OnePollTask.of(view, command) : completion;
    handOver(task, task::refused);
  }

  /** Gives a task to the other executor. */
  void handOver(Runnable task, Runnable refused) {
    boolean taken = false;
    try {
      delegate.execute(task);
      taken = true;
    } finally {
      if (!taken) {
        refused.run();
      }
    }
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Callable<T> code) {
    WatchedFuture<T> future = new WatchedFuture<>(view, code);
    execute(future);
    return future;
  }

  @Override
  public Future<?> submit(Runnable code) {
    return submit(RunnableCall.of(code));
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Runnable code, T value) {
    return submit(new RunnableCall<>(code, value));
  }

  @Override
  protected final <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> code) {
    Objects.requireNonNull(code);
    PlainTask task = PlainTask.of(view);
    Completion.made(this, task);
    OnePollCall<T> call = new OnePollCall<>(task, code);
    RunnableFuture<T> future = futureOf(call);
    call.unwantedIf(future::isCancelled);
    return future;
  }

  @Override
  protected final <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable run, T value) {
    return newTaskFor(new RunnableCall<>(run, value));
  }

  /** A future of the kind that the other executor makes. */
  <T extends @Nullable Object> RunnableFuture<T> futureOf(OnePollCall<T> call) {
    return new FutureTask<>(call);
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    try (Batch<T> batch = Batch.of(view, tasks, false)) {
      return delegate.invokeAll(batch.calls());
    }
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    try (Batch<T> batch = Batch.of(view, tasks, false, unit.toNanos(timeout))) {
      return delegate.invokeAll(batch.calls(), timeout, unit);
    }
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (Batch<T> batch = Batch.of(view, tasks, true)) {
      return delegate.invokeAny(batch.calls());
    }
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Batch<T> batch = Batch.of(view, tasks, true, unit.toNanos(timeout))) {
      return delegate.invokeAny(batch.calls(), timeout, unit);
    }
  }

  /** The tasks that will not run: the application's own objects, or the futures it was given. */
  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> dropped = new ArrayList<>(delegate.shutdownNow());
    dropped.replaceAll(WatchedExecutor::givenBack);
    return dropped;
  }

  private static Runnable givenBack(Runnable task) {
    return switch (task) {
      case OnePollTask ours -> {
        ours.refused();
        yield ours.code();
      }
      case WatchedFuture<?> future -> {
        future.refused();
        yield future;
      }
      default -> task;
    };
  }

  @Override
  public void shutdown() {
    delegate.shutdown();
  }

  @Override
  public boolean isShutdown() {
    return delegate.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return delegate.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return delegate.awaitTermination(timeout, unit);
  }

  @Override
  public void close() {
    delegate.close();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
