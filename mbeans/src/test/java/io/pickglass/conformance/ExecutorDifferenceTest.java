package io.pickglass.conformance;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.Guard;
import io.pickglass.model.TaskMetrics;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The same program sees the same with and without the wrapper, whatever executor is in it, be its
 * monitor on, off, or turned all the time.
 */
class ExecutorDifferenceTest {
  /** A kind of executor, and whether it queues what it has no thread for. */
  record Kind(String name, boolean queues, Supplier<ExecutorService> maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static ThreadPoolExecutor pool(int max) {
    return new ThreadPoolExecutor(1, max, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  }

  private static ThreadPoolExecutor direct(int max, RejectedExecutionHandler handler) {
    return new ThreadPoolExecutor(
        0,
        max,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        Thread.ofPlatform().factory(),
        handler);
  }

  static final List<Kind> kinds =
      List.of(
          new Kind("ThreadPoolExecutor", true, () -> pool(1)),
          new Kind("single", true, Executors::newSingleThreadExecutor),
          new Kind("cached", false, Executors::newCachedThreadPool),
          new Kind("ForkJoinPool of 1", true, () -> new ForkJoinPool(1)),
          new Kind("ForkJoinPool of 2", false, () -> new ForkJoinPool(2)),
          new Kind("scheduled", true, () -> new ScheduledThreadPoolExecutor(1)),
          new Kind("single scheduled", true, Executors::newSingleThreadScheduledExecutor),
          new Kind("virtual thread per task", false, Executors::newVirtualThreadPerTaskExecutor),
          new Kind("in the caller", false, () -> new OddExecutor(Runnable::run)),
          new Kind("direct", false, () -> direct(16, new ThreadPoolExecutor.AbortPolicy())));

  static final List<Kind> small =
      List.of(
          new Kind("AbortPolicy", false, () -> direct(1, new ThreadPoolExecutor.AbortPolicy())),
          new Kind("Caller", false, () -> direct(1, new ThreadPoolExecutor.CallerRunsPolicy())));

  static final List<Kind> threads =
      kinds.stream().filter(kind -> !kind.name().equals("in the caller")).toList();

  static final List<Kind> queueing = kinds.stream().filter(Kind::queues).toList();

  private final TaskMonitor monitor = Monitors.onSystemClock();

  private void sameSeen(Kind kind, ExecutorProgram program) throws Exception {
    sameSeen(monitor, kind.maker(), program);
  }

  /**
   * The program sees the same in two executors, one of them watched; nothing of it stays live.
   *
   * @return what was counted while the monitor was on all the time
   */
  static TaskMetrics sameSeen(
      TaskMonitor monitor, Supplier<ExecutorService> maker, ExecutorProgram program)
      throws Exception {
    long errors = Guard.count();
    List<String> bare = ExecutorProgram.seen(maker.get(), program);
    assertThat(watched(monitor, maker, program)).isEqualTo(bare);
    awaitEnds(monitor);
    TaskMetrics booked = monitor.cumulative();
    monitor.enabled(false);
    assertThat(watched(monitor, maker, program)).isEqualTo(bare);
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT))
        .isEqualTo(booked.get(INSTRUMENTED_COUNT));
    try (Turning _ = new Turning(monitor::enabled)) {
      assertThat(watched(monitor, maker, program)).isEqualTo(bare);
    }
    assertThat(Guard.count()).isEqualTo(errors);
    awaitEnds(monitor);
    assertThat(monitor.cumulative().get(ENDED_COUNT))
        .isEqualTo(monitor.cumulative().get(INSTRUMENTED_COUNT));
    return booked;
  }

  private static void awaitEnds(TaskMonitor monitor) {
    Await.until(
        "all that began has ended: " + monitor.cumulative(),
        () -> monitor.cumulative().get(LIVE_COUNT) == 0);
  }

  private static List<String> watched(
      TaskMonitor monitor, Supplier<ExecutorService> maker, ExecutorProgram program)
      throws Exception {
    return ExecutorProgram.seen(monitor.executor(maker.get()), program);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void resultsAndFailures(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::resultsAndFailures);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void nullsAndRefusals(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::nullsAndRefusals);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void invokeAllAndInvokeAny(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::invokeAllAndInvokeAny);
  }

  @ParameterizedTest
  @FieldSource("threads")
  void cancellingInTheRunAndAfterIt(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::cancelInRunAndAfter);
  }

  @ParameterizedTest
  @FieldSource("queueing")
  void cancellingBeforeTheRun(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::cancelBeforeRun);
  }

  @ParameterizedTest
  @FieldSource("small")
  void aFullExecutor(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::full);
  }

  @ParameterizedTest
  @FieldSource("queueing")
  void shuttingDownNow(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::shutdownNow);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void completionServices(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::completionService);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void tasksOfTheJdk(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::tasksOfTheJdk);
  }

  @ParameterizedTest
  @FieldSource("kinds")
  void closing(Kind kind) throws Exception {
    sameSeen(kind, ExecutorProgram::close);
  }
}
