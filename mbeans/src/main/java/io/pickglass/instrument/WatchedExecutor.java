package io.pickglass.instrument;

import io.pickglass.task.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches what is given to another executor: handing over is the wake, the run is the only poll.
 *
 * <p>Threads: any, as the other executor. Errors: those of the other executor, unchanged.
 */
public final class WatchedExecutor extends AbstractExecutorService {
  private final ExecutorService delegate;
  private final View view;

  /** Watches that executor for the monitor of that view. */
  public WatchedExecutor(ExecutorService delegate, View view) {
    this.delegate = Objects.requireNonNull(delegate);
    this.view = view;
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    if (command instanceof WatchedFuture<?> future) {
      future.handedOver();
      handOver(future, future::refused);
    } else {
      OnePollTask task = new OnePollTask(PlainTask.of(view), command);
      handOver(task, task::refused);
    }
  }

  private void handOver(Runnable task, Runnable refused) {
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
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new WatchedFuture<>(view, callable);
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable code, T value) {
    Objects.requireNonNull(code);
    return new WatchedFuture<>(
        view,
        () -> {
          code.run();
          return value;
        });
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
