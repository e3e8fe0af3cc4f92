package io.pickglass.demo.service;

import io.pickglass.Pickglass;
import io.pickglass.demo.trouble.Troubles;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where requests come in: each gets a virtual thread of its own, watched by the monitor {@code
 * http} unless a trouble prevents it, and so on the runtime {@code virtual-threads}. The thread of
 * the trouble {@code doorman} is a runtime of its own.
 *
 * <p><b>Threads:</b> the server's dispatcher gives; {@link #close} by any thread.
 */
final class Entrance implements Executor, AutoCloseable {
  private static final int DRAIN_SECONDS = 5;

  private final ExecutorService watched = Pickglass.monitor("http").newThreadPerTaskExecutor();
  private final ExecutorService unwatched = Executors.newVirtualThreadPerTaskExecutor();
  // A platform thread, so that it does not depend on the carriers; made when it is first needed.
  private final ThreadPoolExecutor doorman =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("doorman").factory());
  private final Troubles troubles;

  Entrance(Troubles troubles) {
    this.troubles = troubles;
    Pickglass.watch(doorman, "doorman");
  }

  @Override
  public void execute(Runnable request) {
    if (troubles.doorman().isOn()) {
      doorman.execute(() -> letIn(request));
    } else {
      begin(request);
    }
  }

  private void letIn(Runnable request) {
    try {
      troubles.doorman().look();
      begin(request);
    } catch (InterruptedException | RejectedExecutionException e) {
      // The service is being stopped: who still stands outside is not answered.
    }
  }

  private void begin(Runnable request) {
    troubles.unwatched().choose(watched, unwatched).execute(request);
  }

  /** Lets nobody in any more, and returns when all who were in have gone. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
    doorman.shutdown();
    await(doorman, deadline);
    unwatched.shutdown();
    watched.shutdown();
    await(unwatched, deadline);
    await(watched, deadline);
  }

  private static void await(ExecutorService executor, long deadline) {
    try {
      if (!executor.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
