package io.pickglass.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Uses an executor in one way, and says everything that could be seen of it. */
@FunctionalInterface
interface ExecutorProgram {
  /** Writes what it sees, line by line; each line the same in every run of the same executor. */
  void run(ExecutorService executor, List<String> seen) throws Exception;

  static List<String> seen(ExecutorService executor, ExecutorProgram program) throws Exception {
    List<String> seen = new ArrayList<>();
    try {
      program.run(executor, seen);
    } finally {
      executor.shutdownNow();
      seen.add("terminated " + executor.awaitTermination(30, TimeUnit.SECONDS));
      seen.add("shut down " + executor.isShutdown() + ", " + executor.isTerminated());
    }
    return seen;
  }

  /** What a call gives, or what it throws and why. */
  static String outcome(Callable<?> call) {
    try {
      return String.valueOf(call.call());
    } catch (Throwable e) {
      StringBuilder text = new StringBuilder();
      for (Throwable t = e; t != null; t = t.getCause()) {
        text.append(t.getClass().getSimpleName()).append(" < ");
      }
      return text.toString();
    }
  }

  private static String outcome(Future<?> future) {
    String got = outcome(() -> future.get(30, TimeUnit.SECONDS));
    return got + " " + future.state() + " " + future.isDone() + " " + future.isCancelled();
  }

  static void resultsAndFailures(ExecutorService executor, List<String> seen) {
    List<Throwable> thrown =
        List.of(
            new Exception("checked"),
            new IllegalStateException(),
            new StackOverflowError(),
            new OutOfMemoryError(),
            new ThreadDeath());
    seen.add(outcome(executor.submit(() -> 17)));
    seen.add(outcome(executor.submit(() -> {})));
    seen.add(outcome(executor.submit(() -> {}, "given")));
    for (Throwable each : thrown) {
      seen.add(
          outcome(
              executor.submit(() -> {
                ExecutorProgram.<Exception>sneak(each);
                return "never";
              })));
    }
    seen.add(outcome(executor.submit(() -> overflow(1))));
    CountDownLatch ran = new CountDownLatch(1);
    executor.execute(ran::countDown);
    seen.add(outcome(() -> ran.await(30, TimeUnit.SECONDS)));
    seen.add(outcome(() -> executor.submit(() -> executor.submit(() -> 5).isDone()).get() != null));
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @SuppressWarnings("unchecked")
  static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  static void nullsAndRefusals(ExecutorService executor, List<String> seen) {
    seen.add(outcome(() -> executor.submit((Callable<?>) null)));
    seen.add(outcome(() -> executor.submit((Runnable) null)));
    seen.add(outcome(() -> executor.submit(null, "given")));
    seen.add(outcome(() -> executor.invokeAll(null)));
    seen.add(outcome(() -> executor.invokeAll(Arrays.asList(() -> 1, null))));
    seen.add(outcome(() -> executor.invokeAny(List.of())));
    seen.add(outcome(() -> executor.invokeAny(null)));
    seen.add(
        outcome(() -> {
          executor.execute(null);
          return "taken";
        }));
    executor.shutdown();
    seen.add(outcome(() -> executor.submit(() -> 1).isDone()));
    seen.add(
        outcome(() -> {
          executor.execute(() -> {});
          return "taken";
        }));
    seen.add(outcome(() -> executor.invokeAny(List.of(() -> 1))));
  }

  static void invokeAllAndInvokeAny(ExecutorService executor, List<String> seen) throws Exception {
    Callable<Integer> failing =
        () -> {
          throw new Exception("checked");
        };
    // One at a time, as some of the executors have room for no more.
    for (Callable<Integer> task : List.<Callable<Integer>>of(() -> 1, failing)) {
      for (Future<Integer> future : executor.invokeAll(List.of(task))) {
        seen.add(outcome(future));
      }
      for (Future<Integer> future : executor.invokeAll(List.of(task), 30, TimeUnit.SECONDS)) {
        seen.add(outcome(future));
      }
      seen.add(outcome(() -> executor.invokeAny(List.of(task))));
      seen.add(outcome(() -> executor.invokeAny(List.of(task), 30, TimeUnit.SECONDS)));
    }
  }

  static void cancelInRunAndAfter(ExecutorService executor, List<String> seen) throws Exception {
    Future<String> over = executor.submit(() -> "over");
    over.get();
    seen.add("after: " + over.cancel(true) + " " + outcome(over));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Callable<String> sleeper =
        () -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
            return "never";
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        };
    Future<String> future = executor.submit(sleeper);
    running.await();
    seen.add("in run: " + future.cancel(true) + " " + outcome(future));
    seen.add("interrupted: " + interrupted.await(30, TimeUnit.SECONDS));
    seen.add("again: " + future.cancel(true));
    seen.add(outcome(future::resultNow));
    seen.add(outcome(future::exceptionNow));
  }

  /** Takes its only thread; the latch gives it back. */
  static CountDownLatch occupy(ExecutorService executor) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    executor.execute(() -> {
      running.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    running.await();
    return release;
  }

  static void cancelBeforeRun(ExecutorService executor, List<String> seen) throws Exception {
    CountDownLatch release = occupy(executor);
    Future<String> future = executor.submit(() -> "never");
    seen.add(outcome(() -> future.get(1, TimeUnit.MILLISECONDS)));
    seen.add(future.state().toString());
    seen.add("before: " + future.cancel(false) + " " + outcome(future));
    seen.add("invokeAll in time: " + states(executor));
    seen.add(
        "invokeAny in time: "
            + outcome(() -> executor.invokeAny(List.of(() -> 1), 1, TimeUnit.MILLISECONDS)));
    release.countDown();
    seen.add(outcome(executor.submit(() -> "goes on")));
  }

  static void full(ExecutorService executor, List<String> seen) throws Exception {
    CountDownLatch release = occupy(executor);
    Thread caller = Thread.currentThread();
    seen.add(outcome(() -> executor.submit(() -> Thread.currentThread() == caller).get()));
    seen.add(
        outcome(() -> {
          executor.execute(() -> {
            throw new IllegalStateException("of the task, not of the executor");
          });
          return "taken";
        }));
    seen.add(outcome(() -> executor.invokeAny(List.of(() -> "by the caller"))));
    release.countDown();
  }

  private static List<Future.State> states(ExecutorService executor) throws InterruptedException {
    return executor.invokeAll(List.of(() -> 1, () -> 2), 1, TimeUnit.MILLISECONDS).stream()
        .map(Future::state)
        .toList();
  }

  static void shutdownNow(ExecutorService executor, List<String> seen) throws Exception {
    occupy(executor);
    Runnable mine = () -> {};
    executor.execute(mine);
    Future<?> future = executor.submit(() -> "never");
    List<Runnable> dropped = executor.shutdownNow();
    for (Runnable each : dropped) {
      seen.add("mine " + (each == mine) + ", the future " + (each == future));
    }
    executor.awaitTermination(30, TimeUnit.SECONDS);
    seen.add("done " + future.isDone() + " cancelled " + future.isCancelled());
  }

  static void completionService(ExecutorService executor, List<String> seen) throws Exception {
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
    for (int i = 0; i < 3; i++) {
      int number = i;
      Future<Integer> given =
          service.submit(() -> {
            if (number == 1) {
              throw new Exception("checked");
            }
            return number;
          });
      Future<Integer> taken = service.take();
      seen.add(outcome(taken) + (taken == given));
    }
  }

  /** What other parts of the JDK give to an executor are not plain Runnables. */
  static void tasksOfTheJdk(ExecutorService executor, List<String> seen) {
    CompletableFuture<Integer> stage =
        CompletableFuture.supplyAsync(() -> 1, executor).thenApplyAsync(n -> n + 1, executor);
    seen.add(outcome(stage));
    seen.add(
        outcome(
            CompletableFuture.runAsync(
                () -> {
                  throw new IllegalStateException();
                },
                executor)));
    ForkJoinTask<?> adapted = ForkJoinTask.adapt(() -> 3);
    seen.add(outcome(executor.submit((Runnable) adapted)));
    seen.add(outcome(adapted));
    FutureTask<Integer> future = new FutureTask<>(() -> 4);
    executor.execute(future);
    seen.add(outcome(future));
  }

  static void close(ExecutorService executor, List<String> seen) {
    Future<String> future = executor.submit(() -> "in time");
    executor.close();
    seen.add(future.isDone() + " " + executor.isShutdown() + " " + executor.isTerminated());
    seen.add(outcome(future));
  }
}
