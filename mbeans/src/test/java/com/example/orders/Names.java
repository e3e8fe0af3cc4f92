package com.example.orders;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A program whose tasks are made in one place and begun in another, as servers do it. */
public final class Names {
  private static final Runnable FIELD = new Named() {};

  private Names() {}

  private abstract static class Named implements Runnable {
    @Override
    public void run() {}
  }

  private static final class Handler implements Callable<String> {
    @Override
    public String call() {
      return "handled";
    }
  }

  /** A future of a server's own, as there are many, with the task inside. */
  private static final class Bound extends CompletableFuture<String> implements Runnable {
    private final String label = "bound";
    private final Callable<String> task;

    Bound(Callable<String> task) {
      this.task = task;
    }

    @Override
    public void run() {
      try {
        complete(label + task.call());
      } catch (Exception e) {
        completeExceptionally(e);
      }
    }
  }

  private static Runnable made() {
    return new Runnable() {
      @Override
      public void run() {}
    };
  }

  public static void main(String[] args) throws Exception {
    Thread starter =
        Thread.ofPlatform().start(new Starter(List.of(FIELD, made(), new Bound(new Handler()))));
    starter.join();
    Beans.awaitTick();
    Beans.counts().forEach((name, counts) -> System.out.println(name + "=" + counts));
  }
}

/** Begins them where nothing of the other class stands on the stack. */
record Starter(List<Runnable> tasks) implements Runnable {
  @Override
  public void run() {
    for (Runnable task : tasks) {
      try {
        Thread.startVirtualThread(task).join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
