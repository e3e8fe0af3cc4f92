package io.pickglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An executor without threads that does with its tasks what it is told, wise or not. */
class OddExecutor extends AbstractExecutorService {
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final Consumer<Runnable> what;
  private volatile boolean shutdown;

  OddExecutor(Consumer<Runnable> what) {
    this.what = what;
  }

  /** One that keeps its tasks and never runs them. */
  static OddExecutor idle() {
    return new OddExecutor(task -> {}) {
      @Override
      public void execute(Runnable task) {
        super.execute(task);
        super.queue.add(task);
      }
    };
  }

  @Override
  public void execute(Runnable task) {
    if (task == null) {
      throw new NullPointerException();
    }
    if (shutdown) {
      throw new RejectedExecutionException();
    }
    what.accept(task);
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    List<Runnable> rest = new ArrayList<>(queue);
    queue.clear();
    return rest;
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return shutdown;
  }
}
