package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted where executors differ: pools that help, queues that order, timers. */
@Timeout(60)
class ExecutorKindsConformanceTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, FAILED_COUNT, CANCELLED_COUNT
  };

  private final TaskMonitor monitor = Monitors.onSystemClock();
  private final CountDownLatch busy = new CountDownLatch(1);

  private static Map<TaskMetric, Long> books(
      long instrumented, long polls, long ended, long failed, long cancelled) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, ended,
        FAILED_COUNT, failed,
        CANCELLED_COUNT, cancelled);
  }

  private Map<TaskMetric, Long> books() {
    return only(monitor.cumulative(), BOOKS);
  }

  private void occupy(ExecutorService delegate) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    delegate.execute(() -> {
      running.countDown();
      try {
        busy.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    running.await();
  }

  @Test
  void aForkJoinPoolOfOneRunsWhatItsOnlyWorkerWaitsFor() throws Exception {
    try (ExecutorService executor = monitor.executor((ExecutorService) new ForkJoinPool(1))) {
      Future<Integer> outer = executor.submit(() -> executor.submit(() -> 17).get() + 1);
      assertThat(outer.get(30, TimeUnit.SECONDS)).isEqualTo(18);
      Future<Integer> all =
          executor.submit(() -> executor.invokeAll(List.of(() -> 1, () -> 2)).size());
      assertThat(all.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    }
    assertThat(books()).isEqualTo(books(5, 5, 5, 0, 0));
  }

  @Test
  void whatAForkJoinPoolDropsIsOver() throws Exception {
    ExecutorService executor = monitor.executor((ExecutorService) new ForkJoinPool(1));
    occupy(executor);
    executor.execute(() -> {});
    Future<?> cancelled = executor.submit(() -> {});
    assertThat(cancelled.cancel(false)).isTrue();
    assertThat(books()).isEqualTo(books(3, 0, 1, 0, 1));
    executor.submit(() -> {});
    executor.shutdownNow();
    busy.countDown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(books()).isEqualTo(books(4, 1, 4, 0, 3));
  }

  @Test
  void aCompletionServicesTaskIsOneThatMayFailOrBeCancelled() throws Exception {
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
      service.submit(() -> 1);
      service.submit(() -> {
        throw new IllegalStateException("on purpose");
      });
      service.take();
      service.take();
      assertThat(books()).isEqualTo(books(2, 2, 2, 1, 0));
      occupy(executor);
      service.submit(() -> 3).cancel(false);
      busy.countDown();
      service.take();
    }
    assertThat(books()).isEqualTo(books(4, 3, 4, 1, 1));
  }

  @Test
  void invokeAnyCountsEachOfItsTasksAndThoseItDoesWithoutAsCancelled() throws Exception {
    Callable<Integer> failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      int result = executor.invokeAny(List.of(failing, () -> 2));
      assertThat(result).isEqualTo(2);
    }
    assertThat(books()).isEqualTo(books(2, 2, 2, 1, 0));
  }

  private record Ordered(int rank, List<Integer> ran) implements Runnable, Comparable<Ordered> {
    @Override
    public void run() {
      ran.add(rank);
    }

    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(rank, other.rank);
    }
  }

  @Test
  void aQueueThatOrdersTheApplicationsTasksOrdersThemStill() throws Exception {
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService executor =
        monitor.executor(
            new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new PriorityBlockingQueue<Runnable>()))) {
      occupy(executor);
      for (int rank : new int[] {3, 1, 2}) {
        executor.execute(new Ordered(rank, ran));
      }
      busy.countDown();
    }
    assertThat(ran).isEqualTo(List.of(1, 2, 3));
    assertThat(books()).isEqualTo(books(4, 4, 4, 0, 0));
  }

  @Test
  void aFutureThatIsExecutedAgainIsAnotherTaskAndBothEnd() {
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      Future<Integer> future = executor.submit(() -> 1);
      executor.execute((Runnable) future);
    }
    assertThat(books()).isEqualTo(books(2, 2, 2, 0, 0));
  }

  @Test
  void eachRunOfAPeriodicTaskIsAPollAndBetweenThemItIsIdle() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);
    try (ScheduledExecutorService executor =
        monitor.executor(Executors.newSingleThreadScheduledExecutor())) {
      long before = System.nanoTime();
      ScheduledFuture<?> future =
          executor.scheduleWithFixedDelay(
              () -> {
                runs.incrementAndGet();
                third.countDown();
              },
              5,
              10,
              TimeUnit.MILLISECONDS);
      third.await();
      assertThat(future.cancel(false)).isTrue();
      Await.until("it is over", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
      assertThat(books()).isEqualTo(books(1, runs.get(), 1, 0, 1));
      assertThat(monitor.cumulative().get(FIRST_POLL_DELAY_NANOS))
          .isBetween(5_000_000L, System.nanoTime() - before);
      assertThat(monitor.cumulative().get(SCHEDULED_COUNT)).isEqualTo(runs.get() - 1);
      assertThat(monitor.cumulative().get(IDLE_NANOS))
          .isBetween(20_000_000L - 100_000, System.nanoTime() - before);
    }
  }

  @Test
  void aPeriodicTaskThatIsLateIsReadyAndNotIdle() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    try (ScheduledExecutorService executor =
        monitor.executor(Executors.newSingleThreadScheduledExecutor())) {
      executor.scheduleAtFixedRate(
          () -> {
            runs.countDown();
            RealConformanceTest.sleep(Duration.ofMillis(2));
            if (runs.getCount() == 0) {
              throw new IllegalStateException("on purpose");
            }
          },
          0,
          1,
          TimeUnit.NANOSECONDS);
      runs.await();
      Await.until("it has ended", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
    }
    assertThat(books()).isEqualTo(books(1, 3, 1, 1, 0));
    assertThat(only(monitor.cumulative(), IDLE_COUNT, SCHEDULED_COUNT))
        .isEqualTo(Map.of(IDLE_COUNT, 0L, SCHEDULED_COUNT, 2L));
  }

  @Test
  void timedFuturesHaveTheDelayAndTheOrderOfTheExecutorsOwn() throws Exception {
    ScheduledThreadPoolExecutor delegate = new ScheduledThreadPoolExecutor(1);
    ScheduledExecutorService executor = monitor.executor(delegate);
    ScheduledFuture<Integer> later = executor.schedule(() -> 1, 2, TimeUnit.HOURS);
    ScheduledFuture<?> sooner = executor.schedule(() -> {}, 1, TimeUnit.HOURS);
    assertThat(later.getDelay(TimeUnit.MINUTES)).isBetween(118L, 120L);
    assertThat(sooner.compareTo(later)).isNegative();
    assertThat(later.compareTo(sooner)).isPositive();
    assertThat(monitor.cumulative().get(OLDEST_SCHEDULED_NANOS)).isZero();
    assertThat(sooner.cancel(false)).isTrue();
    assertThat(books()).isEqualTo(books(2, 0, 1, 0, 1));
    ScheduledFuture<?> periodic = executor.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
    // Cancels what is periodic, by itself.
    executor.shutdown();
    assertThat(periodic.isCancelled()).isTrue();
    assertThat(books()).isEqualTo(books(3, 0, 2, 0, 2));
    assertThat(executor.shutdownNow()).isEqualTo(List.of(later));
    assertThat(books()).isEqualTo(books(3, 0, 3, 0, 3));
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }
}
