package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.ManualClock;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** T28: an asynchronous pipeline is one task. */
class AsyncConformanceTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, FAILED_COUNT, CANCELLED_COUNT
  };

  private final ManualClock clock = new ManualClock();
  private final TaskMonitor monitor = Monitors.on(clock);
  private final Queue<Runnable> queue = new ArrayDeque<>();

  private void runNext() {
    queue.remove().run();
  }

  private Map<TaskMetric, Long> books() {
    return only(monitor.cumulative(), BOOKS);
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

  private Map<TaskMetric, Long> present() {
    return only(monitor.cumulative(), RUNNING_COUNT, SCHEDULED_NOW_COUNT, IDLE_NOW_COUNT);
  }

  private static Map<TaskMetric, Long> present(long running, long scheduled, long idle) {
    return Map.of(RUNNING_COUNT, running, SCHEDULED_NOW_COUNT, scheduled, IDLE_NOW_COUNT, idle);
  }

  @Test
  void t28_threeStagesWithATimerBetweenAreOneTaskOfThreePolls() {
    CompletableFuture<Integer> timer = new CompletableFuture<>();
    CompletableFuture<Integer> last =
        monitor.async(
            queue::add,
            e ->
                runAsync(() -> clock.advanceNanos(3), e)
                    .thenComposeAsync(
                        nothing -> {
                          clock.advanceNanos(5);
                          return timer;
                        },
                        e)
                    .thenApplyAsync(
                        value -> {
                          clock.advanceNanos(7);
                          return value + 1;
                        },
                        e));
    clock.advanceNanos(11);
    assertThat(present()).isEqualTo(present(0, 1, 0));
    runNext();
    clock.advanceNanos(13);
    assertThat(present()).isEqualTo(present(0, 1, 0));
    runNext();
    assertThat(present()).isEqualTo(present(0, 0, 1));
    clock.advanceMillis(50);
    timer.complete(41);
    assertThat(present()).isEqualTo(present(0, 1, 0));
    assertThat(books()).isEqualTo(books(1, 2, 0, 0, 0));
    clock.advanceNanos(17);
    runNext();
    assertThat(last).isCompletedWithValue(42);
    assertThat(books()).isEqualTo(books(1, 3, 1, 0, 0));
    assertThat(present()).isEqualTo(present(0, 0, 0));
    assertThat(
            only(
                monitor.cumulative(),
                FIRST_POLL_DELAY_NANOS,
                POLL_NANOS,
                SCHEDULED_COUNT,
                SCHEDULED_NANOS,
                IDLE_COUNT,
                IDLE_NANOS,
                LIFETIME_NANOS))
        .isEqualTo(
            Map.of(
                FIRST_POLL_DELAY_NANOS, 11L,
                POLL_NANOS, 15L,
                SCHEDULED_COUNT, 2L,
                SCHEDULED_NANOS, 30L,
                IDLE_COUNT, 1L,
                IDLE_NANOS, 50_000_000L,
                LIFETIME_NANOS, 50_000_056L));
  }

  @Test
  void t28_aDiamondIsRunningWhileAnyOfItsBranchesRuns() throws Exception {
    CountDownLatch assembled = new CountDownLatch(1);
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch leftMayEnd = new CountDownLatch(1);
    CountDownLatch rightMayEnd = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      hold(pool, assembled);
      CompletableFuture<Void> last =
          monitor.async(
              pool,
              e -> {
                CompletableFuture<Void> top = runAsync(() -> clock.advanceNanos(2), e);
                CompletableFuture<Void> left = top.thenRunAsync(() -> meet(both, leftMayEnd), e);
                CompletableFuture<Void> right = top.thenRunAsync(() -> meet(both, rightMayEnd), e);
                // Takes no time: its poll begins in that of the branch that came last.
                return left.thenAcceptBothAsync(right, (a, b) -> {}, e);
              });
      assembled.countDown();
      both.await();
      Await.until("the top has ended", () -> monitor.cumulative().get(POLL_COUNT) == 1);
      assertThat(present()).isEqualTo(present(1, 0, 0));
      clock.advanceNanos(100);
      leftMayEnd.countDown();
      Await.until("the left has ended", () -> monitor.cumulative().get(POLL_COUNT) == 2);
      assertThat(present()).isEqualTo(present(1, 0, 0));
      clock.advanceNanos(10);
      rightMayEnd.countDown();
      last.get(30, TimeUnit.SECONDS);
    }
    assertThat(books()).isEqualTo(books(1, 4, 1, 0, 0));
    assertThat(present()).isEqualTo(present(0, 0, 0));
    // Lived 112 ns, all of it running; the branches 100 ns and 110 ns, side by side.
    assertThat(only(monitor.cumulative(), POLL_NANOS, LIFETIME_NANOS, SCHEDULED_COUNT, IDLE_COUNT))
        .isEqualTo(
            Map.of(POLL_NANOS, 212L, LIFETIME_NANOS, 112L, SCHEDULED_COUNT, 3L, IDLE_COUNT, 0L));
    assertThat(monitor.cumulative().ratio(BUSY_RATIO)).isEqualTo(1.0);
  }

  /** Keeps both threads busy until all stages hang together; else the task idles until they do. */
  private static void hold(ExecutorService pool, CountDownLatch assembled) {
    for (int i = 0; i < 2; i++) {
      pool.execute(() -> await(assembled));
    }
  }

  private static void meet(CountDownLatch both, CountDownLatch mayEnd) {
    both.countDown();
    await(mayEnd);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPipelineIsOneTaskOnARealPool() throws Exception {
    TaskMonitor monitor = Monitors.onSystemClock();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      CountDownLatch assembled = new CountDownLatch(1);
      hold(pool, assembled);
      // @start region="async"
      CompletableFuture<String> page =
          monitor.async(
              pool,
              executor ->
                  supplyAsync(() -> "user 17", executor)
                      .thenComposeAsync(AsyncConformanceTest::fetch, executor)
                      .thenApplyAsync(text -> "<p>" + text + "</p>", executor));
      // @end
      assembled.countDown();
      assertThat(page.get(30, TimeUnit.SECONDS)).isEqualTo("<p>user 17, fetched</p>");
    }
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, IDLE_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, POLL_COUNT, 3L, ENDED_COUNT, 1L, IDLE_COUNT, 1L));
    assertThat(monitor.cumulative().get(IDLE_NANOS)).isBetween(49_000_000L, 1_000_000_000L);
  }

  private static CompletableFuture<String> fetch(String what) {
    return new CompletableFuture<String>()
        .completeOnTimeout(what + ", fetched", 50, TimeUnit.MILLISECONDS);
  }

  @Test
  void aStageThatCompletesExceptionallyEndsTheTaskAsFailed() {
    CompletableFuture<Void> last =
        monitor.async(
            queue::add,
            e ->
                runAsync(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    },
                    e));
    runNext();
    assertThatThrownBy(last::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("on purpose");
    assertThat(books()).isEqualTo(books(1, 1, 1, 1, 0));
  }

  @Test
  void aCancelledStageEndsTheTaskAsCancelledWhateverItDid() {
    monitor.async(queue::add, e -> runAsync(() -> {}, e)).cancel(true);
    assertThat(books()).isEqualTo(books(1, 0, 1, 0, 1));
    runNext();
    assertThat(books()).isEqualTo(books(1, 0, 1, 0, 1));

    CompletableFuture<Void> waiting = new CompletableFuture<>();
    CompletableFuture<Void> idle =
        monitor.async(queue::add, e -> runAsync(() -> {}, e).thenCombine(waiting, (a, b) -> a));
    runNext();
    assertThat(present()).isEqualTo(present(0, 0, 1));
    idle.cancel(true);
    assertThat(books()).isEqualTo(books(2, 1, 2, 0, 2));

    AtomicReference<CompletableFuture<Void>> running = new AtomicReference<>();
    running.set(monitor.async(queue::add, e -> runAsync(() -> running.get().cancel(true), e)));
    runNext();
    assertThat(books()).isEqualTo(books(3, 2, 3, 0, 3));
    assertThat(present()).isEqualTo(present(0, 0, 0));
  }

  @Test
  void aStageThatNeverRunsEndsTheTaskByItsTimeout() {
    CompletableFuture<Void> last =
        monitor.async(queue::add, e -> runAsync(() -> {}, e).orTimeout(1, TimeUnit.MILLISECONDS));
    assertThatThrownBy(last::join).hasCauseInstanceOf(TimeoutException.class);
    Await.until("its end is booked", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
    // Never polled, and so cancelled, too.
    assertThat(books()).isEqualTo(books(1, 0, 1, 1, 1));
  }

  @Test
  void aFunctionThatThrowsOrReturnsNothingEndsTheTask() {
    assertThatThrownBy(() ->
            monitor.async(
                queue::add,
                e -> {
                  e.execute(() -> {});
                  throw new IllegalStateException("on purpose");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(books()).isEqualTo(books(1, 0, 1, 1, 1));
    CompletableFuture<?> nothing = monitor.async(queue::add, e -> null);
    assertThat(nothing).isNull();
    CompletableFuture<Integer> done = completedFuture(1);
    CompletableFuture<Integer> same = monitor.async(queue::add, e -> done);
    assertThat(same).isSameAs(done);
    assertThat(books()).isEqualTo(books(3, 0, 3, 1, 3));
  }

  @Test
  void anExecutorThatRefusesOrRunsInTheCallerIsSeenAsItIs() {
    Executor full =
        command -> {
          throw new RejectedExecutionException("on purpose");
        };
    assertThatThrownBy(() -> monitor.async(full, e -> runAsync(() -> {}, e)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(books()).isEqualTo(books(1, 0, 1, 1, 1));
    monitor.async(Runnable::run, e -> runAsync(() -> {}, e).thenRunAsync(() -> {}, e));
    assertThat(books()).isEqualTo(books(2, 2, 2, 1, 1));
    assertThatThrownBy(() -> monitor.async(Runnable::run, e -> runAsync(null, e)))
        .isInstanceOf(NullPointerException.class);
    assertThat(present()).isEqualTo(present(0, 0, 0));
  }

  @Test
  void nothingIsLostWhereManyBranchesMeet() throws Exception {
    TaskMonitor real = Monitors.onSystemClock();
    int pipelines = 2_000;
    int width = 5;
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      CompletableFuture<?>[] all = new CompletableFuture<?>[pipelines];
      for (int i = 0; i < pipelines; i++) {
        all[i] =
            real.async(
                pool,
                e -> {
                  CompletableFuture<?>[] branches = new CompletableFuture<?>[width];
                  for (int j = 0; j < width; j++) {
                    branches[j] = runAsync(() -> {}, e).thenRunAsync(() -> {}, e);
                  }
                  return CompletableFuture.allOf(branches).thenRunAsync(() -> {}, e);
                });
      }
      CompletableFuture.allOf(all).get(60, TimeUnit.SECONDS);
      Await.until("all ends are booked", () -> real.cumulative().get(ENDED_COUNT) == pipelines);
    }
    assertThat(
            only(
                real.cumulative(),
                RUNNING_COUNT,
                SCHEDULED_NOW_COUNT,
                IDLE_NOW_COUNT,
                POLL_COUNT,
                FIRST_POLL_COUNT,
                SCHEDULED_COUNT))
        .isEqualTo(
            Map.of(
                RUNNING_COUNT,
                0L,
                SCHEDULED_NOW_COUNT,
                0L,
                IDLE_NOW_COUNT,
                0L,
                POLL_COUNT,
                pipelines * (2L * width + 1),
                FIRST_POLL_COUNT,
                (long) pipelines,
                SCHEDULED_COUNT,
                pipelines * 2L * width));
  }
}
