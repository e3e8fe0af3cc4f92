package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.conformance.ExecutorProgram.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executors and tasks that are not kind: the program sees the same, and the books stay true. */
@Timeout(60)
class HostileExecutorTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, FAILED_COUNT, CANCELLED_COUNT
  };

  private final TaskMonitor monitor = Monitors.onSystemClock();
  private @Nullable TaskMetrics booked;

  private Map<TaskMetric, Long> books() {
    return only(booked == null ? monitor.cumulative() : booked, BOOKS);
  }

  private static Map<TaskMetric, Long> books(
      long instrumented, long polls, long ended, long failed, long cancelled) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, ended,
        FAILED_COUNT, failed,
        CANCELLED_COUNT, cancelled);
  }

  private void sameSeen(Supplier<ExecutorService> maker, ExecutorProgram program) throws Exception {
    // Afterwards the monitor is turned on and off meanwhile, and counts what it happens to see.
    booked = ExecutorDifferenceTest.sameSeen(monitor, maker, program);
  }

  private static void executeAndSubmit(ExecutorService executor, List<String> seen) {
    AtomicInteger runs = new AtomicInteger();
    Callable<Integer> code = runs::incrementAndGet;
    seen.add(outcome(() -> execute(executor, runs::incrementAndGet)));
    seen.add(outcome(() -> executor.submit(code).state()));
    seen.add(outcome(() -> executor.invokeAll(List.of(code), 0, TimeUnit.SECONDS).size()));
    seen.add("runs " + runs);
  }

  private static String execute(ExecutorService executor, Runnable code) {
    executor.execute(code);
    return "taken";
  }

  @Test
  void anExecutorThatRunsEachTaskTwiceRunsItTwiceAndOneTaskIsCounted() throws Exception {
    sameSeen(
        () ->
            new OddExecutor(task -> {
              task.run();
              task.run();
            }),
        HostileExecutorTest::executeAndSubmit);
    assertThat(books()).isEqualTo(books(3, 2, 3, 0, 1));
  }

  @Test
  void anExecutorThatThrowsWhenItHasRunTheTaskThrowsStillAndTheTaskHasReturned() throws Exception {
    sameSeen(
        () ->
            new OddExecutor(task -> {
              task.run();
              throw new IllegalStateException("on purpose");
            }),
        HostileExecutorTest::executeAndSubmit);
    assertThat(books()).isEqualTo(books(3, 2, 3, 0, 1));
  }

  @Test
  void anExecutorThatRunsNothingLeavesItLiveUntilItGivesItBack() throws Exception {
    sameSeen(OddExecutor::idle, HostileExecutorTest::executeAndSubmit);
    assertThat(books()).isEqualTo(books(3, 0, 3, 0, 3));
  }

  /** A task of which nothing can be asked. */
  private static final class Nasty implements Runnable, Comparable<Object> {
    @Override
    public void run() {}

    @Override
    public int compareTo(Object other) {
      throw new IllegalStateException("compareTo");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString");
    }
  }

  private static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue, ThreadFactory factory) {
    return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue, factory);
  }

  static Stream<Named<Supplier<ExecutorService>>> poolsOfOne() {
    ThreadFactory factory = Thread.ofPlatform().factory();
    return Stream.of(
        Named.of("queue", () -> pool(new LinkedBlockingQueue<>(), factory)),
        Named.of("ordered queue", () -> pool(new PriorityBlockingQueue<>(), factory)),
        Named.of("no queue", () -> pool(new SynchronousQueue<>(), factory)),
        Named.of("scheduled", () -> new ScheduledThreadPoolExecutor(1)),
        Named.of("ForkJoinPool", () -> new ForkJoinPool(1)));
  }

  @ParameterizedTest
  @MethodSource("poolsOfOne")
  void tasksOfWhichNothingCanBeAsked(Supplier<ExecutorService> maker) throws Exception {
    sameSeen(
        maker,
        (executor, seen) -> {
          CountDownLatch release =
              executor instanceof ForkJoinPool
                  ? new CountDownLatch(1)
                  : ExecutorProgram.occupy(executor);
          seen.add(outcome(() -> execute(executor, new Nasty())));
          seen.add(outcome(() -> execute(executor, new Nasty())));
          release.countDown();
          executor.shutdown();
          seen.add("terminated " + executor.awaitTermination(30, TimeUnit.SECONDS));
        });
  }

  static Stream<Named<ThreadFactory>> factories() {
    return Stream.of(
        Named.of("none", code -> null),
        Named.of(
            "throws",
            code -> {
              throw new IllegalStateException("on purpose");
            }));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void threadsThatNeverRunATask(ThreadFactory factory) throws Exception {
    sameSeen(
        () -> pool(new LinkedBlockingQueue<>(), factory),
        (executor, seen) -> {
          Runnable mine = () -> {};
          seen.add(outcome(() -> execute(executor, mine)));
          seen.add(outcome(() -> executor.submit(mine).state()));
          seen.add("given back " + executor.shutdownNow().size());
        });
  }

  /** An executor whose threads have that handler, or which asks it itself. */
  static Stream<Named<Function<UncaughtExceptionHandler, ExecutorService>>> handled() {
    return Stream.of(
        Named.of(
            "pool",
            handler ->
                Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().uncaughtExceptionHandler(handler).factory())),
        Named.of(
            "ForkJoinPool",
            handler ->
                new ForkJoinPool(
                    1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, handler, true)),
        Named.of(
            "virtual thread per task",
            handler ->
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().uncaughtExceptionHandler(handler).factory())));
  }

  @ParameterizedTest
  @MethodSource("handled")
  void theHandlerGetsWhatTheTaskHasThrown(
      Function<UncaughtExceptionHandler, ExecutorService> maker) {
    List<Throwable> thrown =
        List.of(
            new IllegalStateException(),
            new StackOverflowError(),
            new OutOfMemoryError(),
            new ThreadDeath(),
            new Throwable("nobody catches it"));
    List<Throwable> caught = new CopyOnWriteArrayList<>();
    try (ExecutorService delegate = maker.apply((thread, e) -> caught.add(e))) {
      ExecutorService executor = monitor.executor(delegate);
      for (Throwable each : thrown) {
        int already = caught.size();
        executor.execute(() -> ExecutorProgram.<RuntimeException>sneak(each));
        Await.until(each + " has arrived", () -> caught.size() > already);
      }
    }
    assertThat(caught).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(thrown);
    assertThat(books()).isEqualTo(books(5, 5, 5, 5, 0));
  }
}
