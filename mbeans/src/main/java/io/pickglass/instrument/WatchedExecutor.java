package io.pickglass.instrument;

import io.pickglass.monitor.Switch;
import io.pickglass.task.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches what is given to another executor: handing over is the wake, the run is the only poll.
 * What comes while the monitor is off goes to the other executor as it came, and so does its
 * answer.
 *
 * <p>Threads: any, as the other executor. Errors: those of the other executor, unchanged.
 */
public class WatchedExecutor extends AbstractExecutorService {
  // It is an AbstractExecutorService for ExecutorCompletionService alone, which asks such a one for
  // its futures; everything else is overridden.

  private final ExecutorService delegate;
  private final View view;
  private final Switch onOff;
  private final boolean mayCompare;

  WatchedExecutor(ExecutorService delegate, View view, Switch onOff) {
    this.delegate = Objects.requireNonNull(delegate);
    this.view = view;
    this.onOff = onOff;
    this.mayCompare = OwnOrder.mayCompare(delegate);
  }

  /**
   * Watches that executor for the monitor of that view and that switch, if it can be; else gives it
   * as it is.
   */
  public static ExecutorService of(ExecutorService delegate, View view, Switch onOff) {
    if (delegate instanceof ScheduledExecutorService scheduled) {
      return of(scheduled, view, onOff);
    }
    return OwnOrder.skips(delegate) ? delegate : new WatchedExecutor(delegate, view, onOff);
  }

  /** How many executors were left alone. */
  public static long skippedCount() {
    return OwnOrder.skippedCount();
  }

  /** The application's own object where that is one of ours in its place; else the same. */
  public static Runnable unwrapped(Runnable task) {
    return switch (task) {
      case OnePollTask ours -> unwrapped(ours.code());
      case Unwatched ours -> unwrapped(ours.code());
      default -> task;
    };
  }

  /** The application's own executor where that is one of ours in its place; else the same. */
  public static Executor unwrapped(Executor executor) {
    return executor instanceof WatchedExecutor ours ? unwrapped(ours.delegate) : executor;
  }

  /** Watches that executor for the monitor of that view and that switch. */
  public static ScheduledExecutorService of(
      ScheduledExecutorService delegate, View view, Switch onOff) {
    return delegate instanceof ForkJoinPool pool
        ? new WatchedForkJoinPool(pool, view, onOff)
        : new WatchedScheduledExecutor(delegate, view, onOff);
  }

  /** The view of the monitor for which it watches. */
  final View view() {
    return view;
  }

  /** Whether what is handed over now is watched; asked once for each task. */
  final boolean isWatching() {
    return onOff.isWatching();
  }

  @Override
  public final void execute(Runnable command) {
    Completion begun = Completion.of(this, command);
    if (begun != null) {
      // Instrumented already, when its future was made.
      queue(begun);
    } else if (isWatching()) {
      watch(Objects.requireNonNull(command));
    } else {
      pass(command);
    }
  }

  /** Hands over a watched task of which nobody gets a future. */
  void watch(Runnable command) {
    if (command instanceof WatchedFuture<?> future && future.handedOver(mayDrop())) {
      handOver(future, future::refused);
    } else {
      queue(OnePollTask.of(view, command));
    }
  }

  /** Hands over what is not watched. */
  void pass(Runnable command) {
    boolean wrapped = mayCompare && command instanceof Comparable<?>;
    delegate.execute(wrapped ? Unwatched.of(command) : command);
  }

  /** Gives the executor a task of which it makes no future that anybody gets. */
  void queue(OnePollTask task) {
    if (mayDrop()) {
      task.endIfDropped();
    }
    handOver(task, task::refused);
  }

  /**
   * Whether it is known that the executor may drop a task without a word: its handler is neither
   * that which throws nor that which runs the task. To find such tasks costs the collector time.
   */
  private boolean mayDrop() {
    if (delegate instanceof WatchedExecutor watched) {
      return watched.mayDrop();
    }
    return delegate instanceof ThreadPoolExecutor pool
        && !(pool.getRejectedExecutionHandler() instanceof ThreadPoolExecutor.AbortPolicy)
        && !(pool.getRejectedExecutionHandler() instanceof ThreadPoolExecutor.CallerRunsPolicy);
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
  public final <T extends @Nullable Object> Future<T> submit(Callable<T> code) {
    return isWatching() ? watch(code) : delegate.submit(code);
  }

  @Override
  public final Future<?> submit(Runnable code) {
    return isWatching() ? watchSubmitted(code) : delegate.submit(code);
  }

  @Override
  public final <T extends @Nullable Object> Future<T> submit(Runnable code, T value) {
    return isWatching() ? watch(new RunnableCall<>(code, value)) : delegate.submit(code, value);
  }

  /** Hands over a watched task and returns its future. */
  <T extends @Nullable Object> Future<T> watch(Callable<T> code) {
    WatchedFuture<T> future = new WatchedFuture<>(view, code);
    watch((Runnable) future);
    return future;
  }

  /** The same for what was submitted as a Runnable, which an executor may know better. */
  Future<?> watchSubmitted(Runnable code) {
    return watch(RunnableCall.of(code));
  }

  @Override
  protected final <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> code) {
    Objects.requireNonNull(code);
    return isWatching() ? watchedFutureOf(code) : futureOf(code);
  }

  @Override
  protected final <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable run, T value) {
    return isWatching() ? watchedFutureOf(new RunnableCall<>(run, value)) : futureOf(run, value);
  }

  private <T extends @Nullable Object> RunnableFuture<T> watchedFutureOf(Callable<T> code) {
    PlainTask task = PlainTask.of(view, Places.of(code));
    Completion.made(this, task);
    OnePollCall<T> call = new OnePollCall<>(task, code);
    RunnableFuture<T> future = futureOf(call);
    call.unwantedIf(future::isCancelled);
    return future;
  }

  /** A future of the kind that the other executor makes. */
  <T extends @Nullable Object> RunnableFuture<T> futureOf(Callable<T> code) {
    return new FutureTask<>(code);
  }

  /** The same for a Runnable. */
  <T extends @Nullable Object> RunnableFuture<T> futureOf(Runnable code, T value) {
    return new FutureTask<>(code, value);
  }

  @Override
  public final <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    if (!isWatching()) {
      return delegate.invokeAll(tasks);
    }
    try (Batch<T> batch = Batch.of(view, tasks, false)) {
      return delegate.invokeAll(batch.calls());
    }
  }

  @Override
  public final <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    if (!isWatching()) {
      return delegate.invokeAll(tasks, timeout, unit);
    }
    try (Batch<T> batch = Batch.of(view, tasks, false, unit.toNanos(timeout))) {
      return delegate.invokeAll(batch.calls(), timeout, unit);
    }
  }

  @Override
  public final <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    if (!isWatching()) {
      return delegate.invokeAny(tasks);
    }
    try (Batch<T> batch = Batch.of(view, tasks, true)) {
      return delegate.invokeAny(batch.calls());
    }
  }

  @Override
  public final <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isWatching()) {
      return delegate.invokeAny(tasks, timeout, unit);
    }
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
      case Unwatched theirs -> theirs.code();
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
