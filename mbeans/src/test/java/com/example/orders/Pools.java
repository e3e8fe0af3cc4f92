package com.example.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A program that has pools of threads, and looks whether they are what they would be unwatched. */
public final class Pools {
  private static final int EACH = 10;
  private static final List<Runnable> SEEN_BEFORE = new ArrayList<>();
  private static final List<Runnable> SEEN_AFTER = new ArrayList<>();

  private Pools() {}

  private static final class Job implements Runnable {
    @Override
    public void run() {}
  }

  private static final class Looking extends ThreadPoolExecutor {
    Looking() {
      super(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(EACH));
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      SEEN_BEFORE.add(task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      SEEN_AFTER.add(task);
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService fixed = Executors.newFixedThreadPool(2);
    Job same = new Job();
    for (int i = 0; i < EACH; i++) {
      fixed.execute(new Job());
      fixed.execute(same);
      submitted(fixed);
    }
    end(fixed);
    looking();
    refused();
    ExecutorService forking = new ForkJoinPool(1);
    for (int i = 0; i < EACH; i++) {
      forked(forking);
    }
    end(forking);
    Beans.awaitTick();
    Beans.counts().forEach((name, counts) -> System.out.println(name + "=" + counts));
    System.out.println("library.InternalErrorCount=" + Beans.ofLibrary("InternalErrorCount"));
  }

  private static void end(ExecutorService executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError("it does not end");
    }
  }

  private static void submitted(ExecutorService executor) {
    executor.submit(() -> {
      throw new IllegalStateException("on purpose");
    });
  }

  private static void forked(ExecutorService executor) {
    executor.execute(() -> Thread.yield());
  }

  /** Hooks, queue and {@code remove} see the program's own objects. */
  private static void looking() throws InterruptedException {
    Looking pool = new Looking();
    CountDownLatch go = new CountDownLatch(1);
    Runnable first = waiting(go);
    Runnable second = new Job();
    Runnable third = new Job();
    pool.execute(first);
    pool.execute(second);
    pool.execute(third);
    System.out.println("queue=" + List.copyOf(pool.getQueue()).equals(List.of(second, third)));
    System.out.println("removed=" + pool.remove(third));
    go.countDown();
    end(pool);
    System.out.println("before=" + SEEN_BEFORE.equals(List.of(first, second)));
    System.out.println("after=" + SEEN_AFTER.equals(List.of(first, second)));
  }

  private static Runnable waiting(CountDownLatch latch) {
    return () -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** One runs, one waits, the others are refused. */
  private static void refused() throws InterruptedException {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            new ThreadPoolExecutor.DiscardPolicy());
    CountDownLatch go = new CountDownLatch(1);
    pool.execute(waiting(go));
    for (int i = 0; i < EACH; i++) {
      pool.execute(() -> Thread.yield());
    }
    go.countDown();
    end(pool);
  }
}
