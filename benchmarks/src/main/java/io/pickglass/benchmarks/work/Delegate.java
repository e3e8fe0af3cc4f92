package io.pickglass.benchmarks.work;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The executor that is watched. */
public enum Delegate {
  /** A pool of one thread. */
  POOL {
    @Override
    ExecutorService open() {
      return Executors.newFixedThreadPool(1);
    }
  },
  /** The thread of the caller: what is left is the watching alone. */
  CALLER {
    @Override
    ExecutorService open() {
      return new Caller();
    }
  };

  abstract ExecutorService open();

  private static final class Caller extends AbstractExecutorService {
    @Override
    public void execute(Runnable code) {
      code.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
