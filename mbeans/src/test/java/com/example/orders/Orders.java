package com.example.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/**
 * A program that starts virtual threads in every way there is, and prints what was seen of them.
 */
public final class Orders {
  private static final int EACH = 10;
  private static final Runnable KEPT = () -> Thread.yield();
  private static final CompletableFuture<Thread> CHILD = new CompletableFuture<>();
  private static final CountDownLatch COMPLETE = new CountDownLatch(1);

  private Orders() {}

  private static final class Job implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }

  public static void main(String[] args) throws Exception {
    List<Thread> threads = new ArrayList<>();
    ThreadFactory imports = Thread.ofVirtual().name("import-", 0).factory();
    for (int i = 0; i < EACH; i++) {
      threads.add(direct());
      threads.add(kept());
      threads.add(anonymous());
      threads.add(named(imports));
      threads.add(Thread.startVirtualThread(new Job()));
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < EACH; i++) {
        executed(executor);
        submitted(executor);
        executor.execute(new Job());
        executor.submit(new Job());
      }
      stages(executor);
    }
    refused();
    threads.add(reference());
    threads.add(CHILD.join());
    for (Thread thread : threads) {
      thread.join();
    }
    print();
  }

  private static void print() throws Exception {
    Beans.awaitTick();
    Beans.counts().forEach((name, counts) -> System.out.println(name + "=" + counts));
    for (String name : Beans.counts().keySet()) {
      System.out.println("place." + name + "=" + Beans.place(name));
    }
    for (String attribute :
        List.of("TrackingMode", "AgentOptions", "InternalErrorCount", "SkippedThreadCount")) {
      System.out.println("library." + attribute + "=" + Beans.ofLibrary(attribute));
    }
  }

  private static Thread direct() {
    return Thread.startVirtualThread(() -> Thread.yield());
  }

  private static Thread kept() {
    return Thread.startVirtualThread(KEPT);
  }

  private static Thread anonymous() {
    return Thread.startVirtualThread(
        new Runnable() {
          @Override
          public void run() {
            Thread.yield();
          }
        });
  }

  private static Thread named(ThreadFactory factory) {
    Thread thread = factory.newThread(() -> Thread.yield());
    thread.start();
    return thread;
  }

  private static void executed(ExecutorService executor) {
    executor.execute(() -> Thread.yield());
  }

  private static void submitted(ExecutorService executor) {
    executor.submit(() -> {
      throw new IllegalStateException("on purpose");
    });
  }

  /** The second stage is begun by the thread that has run the first. */
  private static void stages(ExecutorService executor) throws InterruptedException {
    CompletableFuture<Thread> running = new CompletableFuture<>();
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> waiting(running), executor);
    CompletableFuture<Void> second = first.thenAcceptAsync(text -> {}, executor);
    Thread thread = running.join();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    COMPLETE.countDown();
    second.join();
  }

  private static String waiting(CompletableFuture<Thread> running) {
    running.complete(Thread.currentThread());
    try {
      COMPLETE.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "one";
  }

  /** Threads that are made and never started. */
  private static void refused() {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    executor.shutdown();
    Job job = new Job();
    try {
      executor.execute(job);
      throw new AssertionError("not refused");
    } catch (RejectedExecutionException e) {
      Thread.ofVirtual().unstarted(job);
    }
  }

  private static Thread reference() {
    return Thread.startVirtualThread(Orders::parent);
  }

  private static void parent() {
    CHILD.complete(Thread.startVirtualThread(() -> Thread.yield()));
  }
}
