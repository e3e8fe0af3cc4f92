package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T19 and T20 for executors, and what a wrapper must not change. */
class ExecutorConformanceTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, FAILED_COUNT, CANCELLED_COUNT, LIVE_COUNT
  };

  private final TaskMonitor monitor = Monitors.onSystemClock();
  private final ExecutorService delegate = Executors.newSingleThreadExecutor();
  private final ExecutorService executor = monitor.executor(delegate);
  private final CountDownLatch busy = new CountDownLatch(1);

  @AfterEach
  void release() {
    busy.countDown();
    delegate.close();
  }

  private static Map<TaskMetric, Long> books(
      long instrumented, long polls, long ended, long failed, long cancelled) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, ended,
        FAILED_COUNT, failed,
        CANCELLED_COUNT, cancelled,
        LIVE_COUNT, instrumented - ended);
  }

  private void occupy() {
    delegate.execute(() -> {
      try {
        busy.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @Test
  void t19_aSubmittedTaskThatThrowsHasFailedThoughItsFutureSwallowsIt() {
    Future<?> future =
        executor.submit(
            (Runnable)
                () -> {
                  throw new IllegalStateException("on purpose");
                });
    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("on purpose");
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(1, 1, 1, 1, 0));
  }

  @Test
  void t19_aTaskSubmittedToAThreadPerTaskExecutorThatThrowsHasFailed() {
    try (ExecutorService perTask = monitor.newThreadPerTaskExecutor()) {
      Future<?> future =
          perTask.submit(
              (Callable<Void>)
                  () -> {
                    throw new IllegalStateException("on purpose");
                  });
      assertThatThrownBy(future::get).hasRootCauseMessage("on purpose");
    }
    // The executor is done when its Future is; the thread itself ends a moment later.
    Await.until("its end is booked", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(1, 1, 1, 1, 0));
  }

  @Test
  void t20_aRejectedTaskIsCancelledAndTheCallerIsTold() {
    delegate.shutdown();
    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> executor.submit(() -> "never"))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(2, 0, 2, 0, 2));
  }

  @Test
  void t20_aFutureCancelledBeforeItsRunIsCancelledAndNeverPolled() throws Exception {
    occupy();
    Future<String> future = executor.submit(() -> "never");
    assertThat(future.cancel(false)).isTrue();
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(1, 0, 1, 0, 1));
    busy.countDown();
    delegate.submit(() -> {}).get();
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(1, 0, 1, 0, 1));
  }

  @Test
  void aFutureCancelledInItsRunWasPolledAndIsCountedAsCancelled() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Future<?> future =
        executor.submit(() -> {
          running.countDown();
          Thread.sleep(60_000);
          return "never";
        });
    running.await();
    assertThat(future.cancel(true)).isTrue();
    Await.until("it has ended", () -> monitor.cumulative().get(ENDED_COUNT) == 1);
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(1, 1, 1, 0, 1));
  }

  @Test
  void theDelayBeforeItsOnlyPollIsTheTimeInTheQueue() throws Exception {
    occupy();
    long submitting = System.nanoTime();
    Future<Long> polled = executor.submit(System::nanoTime);
    long submitted = System.nanoTime();
    Thread.sleep(20);
    long released = System.nanoTime();
    busy.countDown();
    assertThat(monitor.cumulative().get(SCHEDULED_COUNT)).isZero();
    long ran = polled.get();
    assertThat(monitor.cumulative().get(FIRST_POLL_DELAY_NANOS))
        .isBetween(released - submitted, ran - submitting);
  }

  @Test
  void shutdownNowGivesBackTheApplicationsOwnObjects() {
    occupy();
    Runnable mine = () -> {};
    executor.execute(mine);
    Future<?> future = executor.submit(mine);
    assertThat(executor.shutdownNow()).isEqualTo(List.of(mine, future));
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(2, 0, 2, 0, 2));
  }

  @Test
  void invokeAllAndInvokeAnyReturnWhatTheTasksReturn() throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
    List<Integer> results = executor.invokeAll(tasks).stream().map(Future::resultNow).toList();
    assertThat(results).isEqualTo(List.of(1, 2));
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(2, 2, 2, 0, 0));
    assertThat(executor.invokeAny(tasks)).isIn(1, 2);
  }

  @Test
  void theRestIsTheOtherExecutors() throws Exception {
    assertThat(executor).hasToString(delegate.toString());
    executor.close();
    assertThat(delegate.isTerminated()).isTrue();
    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThatThrownBy(() -> executor.execute(null)).isInstanceOf(NullPointerException.class);
  }
}
