package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an executor drops without a word is over as soon as nobody can run it any more. */
@Timeout(60)
class DroppedTaskTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, CANCELLED_COUNT, LIVE_COUNT
  };

  private final TaskMonitor monitor = Monitors.onSystemClock();

  private static Map<TaskMetric, Long> books(
      long instrumented, long polls, long ended, long cancelled, long live) {
    return Map.of(
        INSTRUMENTED_COUNT, instrumented,
        POLL_COUNT, polls,
        ENDED_COUNT, ended,
        CANCELLED_COUNT, cancelled,
        LIVE_COUNT, live);
  }

  /** A pool with one thread and a queue for one task. */
  private static ThreadPoolExecutor pool(RejectedExecutionHandler handler) {
    return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1), handler);
  }

  /** Lets the collector look, and another executor that may drop be given something. */
  private void collect() {
    System.gc();
    try (ExecutorService other = Monitors.onSystemClock().executor(pool(new DiscardPolicy()))) {
      other.execute(() -> {});
    }
  }

  private void awaitCancelled(long count) {
    Await.until(
        count + " are cancelled",
        () -> {
          collect();
          return monitor.cumulative().get(CANCELLED_COUNT) == count;
        });
  }

  private void dropsThree(RejectedExecutionHandler handler) throws Exception {
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService executor = monitor.executor(pool(handler))) {
      CountDownLatch release = ExecutorProgram.occupy(executor);
      for (int i = 0; i < 4; i++) {
        int number = i;
        executor.execute(() -> ran.add(number));
      }
      assertThat(monitor.cumulative().get(LIVE_COUNT)).isEqualTo(5);
      awaitCancelled(3);
      release.countDown();
    }
    assertThat(ran).hasSize(1);
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(5, 2, 5, 3, 0));
  }

  @Test
  void whatIsDiscarded() throws Exception {
    dropsThree(new DiscardPolicy());
  }

  @Test
  void whatIsDiscardedForSomethingYounger() throws Exception {
    dropsThree(new DiscardOldestPolicy());
  }

  @Test
  void whatAHandlerForgets() throws Exception {
    dropsThree((task, pool) -> {});
  }

  @Test
  void whatAHandlerKeepsIsLiveAndMayStillRun() throws Exception {
    List<Runnable> kept = new ArrayList<>();
    try (ExecutorService executor = monitor.executor(pool((task, pool) -> kept.add(task)))) {
      CountDownLatch release = ExecutorProgram.occupy(executor);
      for (int i = 0; i < 3; i++) {
        executor.execute(() -> {});
      }
      collect();
      release.countDown();
    }
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(4, 2, 2, 0, 2));
    kept.forEach(Runnable::run);
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(4, 4, 4, 0, 0));
  }

  @Test
  void aFutureThatIsDroppedIsLiveAsLongAsSomebodyHasIt() throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    try (ExecutorService executor = monitor.executor(pool(new DiscardPolicy()))) {
      CountDownLatch release = ExecutorProgram.occupy(executor);
      executor.execute(() -> {});
      futures.add(executor.submit(() -> {}));
      collect();
      assertThat(monitor.cumulative().get(LIVE_COUNT)).isEqualTo(3);
      assertThat(futures.getFirst().isDone()).isFalse();
      futures.clear();
      awaitCancelled(1);
      release.countDown();
    }
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(3, 2, 3, 1, 0));
  }

  @Test
  void whatIsQueuedIsNotDroppedWhateverTheCollectorDoes() throws Exception {
    try (ExecutorService executor = monitor.executor(pool(new DiscardPolicy()))) {
      CountDownLatch release = ExecutorProgram.occupy(executor);
      executor.execute(() -> {});
      for (int i = 0; i < 5; i++) {
        collect();
      }
      release.countDown();
    }
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(2, 2, 2, 0, 0));
  }

  @Test
  void aQueueThatIsClearedUnderAHandlerThatThrowsIsNotSeen() throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    try (ExecutorService executor = monitor.executor(pool)) {
      CountDownLatch release = ExecutorProgram.occupy(executor);
      executor.execute(() -> {});
      pool.getQueue().clear();
      collect();
      release.countDown();
    }
    assertThat(only(monitor.cumulative(), BOOKS)).isEqualTo(books(2, 1, 1, 0, 1));
  }
}
