package com.example.orders;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;

/** A program that does what is written to it, a line each, and answers with a line. */
public final class Service {
  private static final List<Thread> WAITING = new ArrayList<>();
  private static volatile CountDownLatch released = new CountDownLatch(1);
  private static volatile boolean spinning;
  private static volatile boolean loading;
  private static Thread loader = Thread.currentThread();
  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon().name("orders-thread-", 1).factory());
  private static final LongAdder STARTED = new LongAdder();
  private static final LongAdder ENDED = new LongAdder();

  private Service() {}

  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      System.out.println(answer(words[0], words.length > 1 ? words[1] : "0"));
    }
  }

  private static String answer(String command, String argument) throws Exception {
    switch (command) {
      case "hello" -> {}
      case "run" -> run(Integer.parseInt(argument));
      case "wait" -> begin(Integer.parseInt(argument));
      case "release" -> release();
      case "spin" -> spin(Integer.parseInt(argument));
      case "stop" -> spinning = false;
      case "tick" -> Beans.awaitTick();
      case "counts" -> {
        return Beans.counts().toString();
      }
      case "library" -> {
        return Beans.ofLibrary(argument);
      }
      case "kind" -> {
        return Beans.ofKind(argument);
      }
      case "pool" -> pool(Integer.parseInt(argument));
      case "runtimes" -> {
        return Beans.runtimes().toString();
      }
      case "common" -> common();
      case "detach" -> {
        return Beans.detach();
      }
      case "load" -> load();
      case "unload" -> {
        return unload();
      }
      default -> throw new IllegalArgumentException(command);
    }
    return "done";
  }

  private static void run(int count) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.startVirtualThread(new Brief()));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void begin(int count) {
    for (int i = 0; i < count; i++) {
      WAITING.add(Thread.startVirtualThread(new Waiting()));
    }
  }

  private static void release() throws InterruptedException {
    released.countDown();
    for (Thread thread : WAITING) {
      thread.join();
    }
    WAITING.clear();
    released = new CountDownLatch(1);
  }

  /** Takes so many carriers, and does not give them back. */
  private static void spin(int count) throws InterruptedException {
    spinning = true;
    CountDownLatch all = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Thread.startVirtualThread(() -> {
        all.countDown();
        while (spinning) {
          Thread.onSpinWait();
        }
      });
    }
    all.await();
  }

  private static void common() {
    ForkJoinPool.commonPool().submit(() -> {}).join();
  }

  /** Gives tasks to a pool that lives on; one in four fails. */
  private static void pool(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      boolean fails = i % 4 == 3;
      try {
        POOL.submit(fails ? new Failing() : new Pooled()).get();
      } catch (ExecutionException e) {
        // As it should be.
      }
    }
  }

  /** Starts threads until it is told to stop. */
  private static void load() {
    loading = true;
    loader =
        Thread.ofPlatform()
            .start(() -> {
              while (loading) {
                STARTED.increment();
                Thread.startVirtualThread(() -> {
                  Thread.yield();
                  ENDED.increment();
                });
                if (STARTED.sum() - ENDED.sum() > 1_000) {
                  Thread.yield();
                }
              }
            });
  }

  private static String unload() throws InterruptedException {
    loading = false;
    loader.join();
    while (ENDED.sum() != STARTED.sum()) {
      Thread.sleep(1);
    }
    return "all have ended";
  }

  static final class Pooled implements Runnable {
    @Override
    public void run() {}
  }

  static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("on purpose");
    }
  }

  static final class Brief implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }

  static final class Waiting implements Runnable {
    @Override
    public void run() {
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
