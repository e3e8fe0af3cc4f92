package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Future of the application's swallows how its code ended; the books say it all the same. */
class SwallowedOutcomeTest {
  private static final TaskMetric[] BOOKS = {INSTRUMENTED_COUNT, ENDED_COUNT, FAILED_COUNT};

  private final TaskMonitor monitor = Monitors.onSystemClock();

  private record Kind(String name, Function<TaskMonitor, ExecutorService> maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** How a Runnable gets to an executor. */
  private record Way(String name, Giving giving) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Giving {
    void give(ExecutorService executor, Runnable code) throws Exception;
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("pool", m -> m.executor(Executors.newSingleThreadExecutor())),
          new Kind("scheduled", m -> m.executor(Executors.newSingleThreadScheduledExecutor())),
          new Kind("ForkJoinPool", m -> m.executor((ExecutorService) new ForkJoinPool(1))),
          new Kind("in the caller", m -> m.executor(new OddExecutor(Runnable::run))));

  private static final List<Way> WAYS =
      List.of(
          new Way("execute", ExecutorService::execute),
          new Way("submit", (executor, code) -> executor.submit(code).get()),
          new Way("submit with a value", (executor, code) -> executor.submit(code, 17).get()),
          new Way("completion service", SwallowedOutcomeTest::serve));

  private static void serve(ExecutorService executor, Runnable code) throws Exception {
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
    service.submit(code, 17);
    service.take();
  }

  static Stream<Object[]> all() {
    return KINDS.stream().flatMap(kind -> WAYS.stream().map(way -> new Object[] {kind, way}));
  }

  private static Integer fail() {
    throw new IllegalStateException("on purpose");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("all")
  void aFutureTaskThatFailedHasFailed(Kind kind, Way way) throws Exception {
    FutureTask<Integer> future = new FutureTask<>(SwallowedOutcomeTest::fail);
    FutureTask<Integer> good = new FutureTask<>(() -> 17);
    try (ExecutorService executor = kind.maker.apply(monitor)) {
      way.giving.give(executor, future);
      way.giving.give(executor, good);
    }
    assertThat(future.state()).isEqualTo(Future.State.FAILED);
    Await.until("both have ended", () -> monitor.cumulative().get(ENDED_COUNT) == 2);
    assertThat(only(monitor.cumulative(), BOOKS))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 2L, ENDED_COUNT, 2L, FAILED_COUNT, 1L));
  }

  @Test
  void whatACompletableFutureSwallowsIsKnownToAPipelineOnly() {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      ExecutorService executor = monitor.executor(pool);
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(SwallowedOutcomeTest::fail, executor);
      assertThat(first).failsWithin(java.time.Duration.ofSeconds(30));
      Await.until("it has ended", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
      assertThat(monitor.cumulative().get(FAILED_COUNT)).isZero();
      CompletableFuture<Integer> second =
          monitor.async(pool, e -> CompletableFuture.supplyAsync(SwallowedOutcomeTest::fail, e));
      assertThat(second).failsWithin(java.time.Duration.ofSeconds(30));
      Await.until("it has ended", () -> monitor.cumulative().get(ENDED_COUNT) == 2);
      assertThat(monitor.cumulative().get(FAILED_COUNT)).isEqualTo(1);
    }
  }
}
