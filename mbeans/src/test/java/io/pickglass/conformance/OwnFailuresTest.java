package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.FailingClock;
import io.pickglass.Monitors;
import io.pickglass.Section;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.instrument.Guard;
import io.pickglass.model.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** When our own bookkeeping fails, the program goes on, and the failures are counted. */
class OwnFailuresTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, POLL_COUNT, ENDED_COUNT, LIVE_COUNT
  };

  private final FailingClock clock = new FailingClock();
  private final TaskMonitor monitor = Monitors.on(clock);
  private final long errorsBefore = Guard.count();

  @AfterEach
  void theyWereCounted() {
    assertThat(Guard.count()).isGreaterThan(errorsBefore);
    assertThat(Guard.last()).isEqualTo("java.lang.IllegalStateException: our own, on purpose");
  }

  // More than once: what is left behind on a carrier meets only who runs there next.
  @RepeatedTest(20)
  void aVirtualThreadRunsToItsEnd() {
    AtomicReference<String> result = new AtomicReference<>();
    Thread thread =
        monitor.start(() -> {
          Thread.yield();
          clock.fail();
          Thread.yield();
          RealConformanceTest.sleep(Duration.ofMillis(1));
          result.set("done");
        });
    Await.end(thread);
    assertThat(result).hasValue("done");
  }

  @Test
  void whatFailedOnACarrierIsNotThereInItsNextPoll() {
    AtomicReference<String> result = new AtomicReference<>();
    try (Carriers carriers = Carriers.holdAllBut(1)) {
      Await.end(
          monitor.start(() -> {
            clock.fail();
            // The end of this poll fails, and then the beginning of the next, which only sleeps.
            Thread.yield();
            RealConformanceTest.sleep(Duration.ofMillis(1));
            result.set("done");
          }));
    }
    assertThat(result).hasValue("done");
  }

  @Test
  void aTimedWaitAtWhichItFailsEnds() {
    AtomicReference<String> result = new AtomicReference<>();
    Await.end(
        monitor.start(() -> {
          clock.fail();
          RealConformanceTest.sleep(Duration.ofMillis(1));
          result.set("done");
        }));
    assertThat(result).hasValue("done");
  }

  @Test
  void aThreadMadeBeforeItFailedStarts() {
    AtomicReference<String> result = new AtomicReference<>();
    Thread thread = monitor.unstarted(Thread.ofVirtual(), () -> result.set("done"));
    clock.fail();
    thread.start();
    Await.end(thread);
    assertThat(result).hasValue("done");
  }

  @Test
  void executorsRunWhatTheyWereGiven() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      Future<Integer> future =
          executor.submit(() -> {
            given.await();
            return 17;
          });
      clock.fail();
      given.countDown();
      assertThat(future.get()).isEqualTo(17);
    }
  }

  @Test
  void aPollInWhichItFailsReturnsItsResult() {
    TaskHandle task = monitor.task("name");
    int polled =
        task.poll(() -> {
          clock.fail();
          return 17;
        });
    task.wake();
    task.end(Outcome.RETURNED);
    assertThat(polled).isEqualTo(17);
  }

  @Test
  void aSectionInWhichItFailsReturnsItsResult() {
    Section section = monitor.enter();
    clock.fail();
    section.close();
    int result = monitor.run(() -> 18);
    assertThat(result).isEqualTo(18);
  }

  @Test
  void aPipelineInWhichItFailsCompletes() {
    int result =
        monitor
            .async(
                Runnable::run,
                e ->
                    supplyAsync(
                            () -> {
                              clock.fail();
                              return 17;
                            },
                            e)
                        .thenApplyAsync(value -> value + 1, e))
            .join();
    assertThat(result).isEqualTo(18);
  }

  @Test
  void whatComesAfterItIsCountedAgain() {
    Await.end(monitor.start(clock::fail));
    // The carrier reports the end of the poll after whoever has joined the thread goes on.
    Await.until("end and poll's end have failed", () -> Guard.count() >= errorsBefore + 2);
    clock.heal();
    Map<TaskMetric, Long> before = only(monitor.cumulative(), BOOKS);
    Await.end(monitor.start(Thread::yield));
    Map<TaskMetric, Long> after = only(monitor.cumulative(), BOOKS);
    after.replaceAll((metric, value) -> value - before.get(metric));
    assertThat(after)
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, POLL_COUNT, 2L, ENDED_COUNT, 1L, LIVE_COUNT, 0L));
  }
}
