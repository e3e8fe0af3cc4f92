package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.ChildJvm;
import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Programs that are not kind to us go on as if we were not there. */
class HostileHostTest {
  private final TaskMonitor monitor = Monitors.onSystemClock();

  @Test
  void stackOverflowsInOurMiddleLeaveNobodySpinning() {
    for (int i = 0; i < 10; i++) {
      Await.end(Thread.ofPlatform().start(this::overflow));
    }
    TaskMonitor other = Monitors.onSystemClock();
    Await.end(Thread.ofPlatform().start(() -> monitor.run(() -> {})));
    Await.end(Thread.ofPlatform().start(() -> other.run(() -> {})));
    assertThat(other.cumulative().get(ENDED_COUNT)).isEqualTo(1);
    // Whatever the overflows have left half done, it can be read.
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT)).isPositive();
  }

  private void overflow() {
    try {
      monitor.run(this::overflow);
    } catch (StackOverflowError e) {
      // The application's own, which it survives.
    }
  }

  @Test
  void stackTracesOfARunningProgramMakeNoPollIdle() {
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> watched = new ArrayList<>();
    int rounds = 5_000;
    for (int i = 0; i < 4; i++) {
      watched.add(
          monitor.start(() -> {
            for (int round = 0; round < rounds; round++) {
              Thread.yield();
            }
          }));
    }
    Thread dumper =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                watched.forEach(Thread::getStackTrace);
              }
            });
    watched.forEach(Await::end);
    done.set(true);
    Await.end(dumper);
    var metrics = monitor.cumulative();
    assertThat(metrics.get(IDLE_COUNT)).isZero();
    assertThat(metrics.get(IDLE_NANOS)).isZero();
    // Never one too few; docs/concurrency.md says when it may be one too many.
    assertThat(metrics.get(POLL_COUNT)).isBetween(4L * (rounds + 1), 4L * (rounds + 1) + 200);
    assertThat(
            metrics.get(FIRST_POLL_DELAY_NANOS)
                + metrics.get(POLL_NANOS)
                + metrics.get(SCHEDULED_NANOS))
        .isEqualTo(metrics.get(LIFETIME_NANOS));
  }

  @Test
  void aFutureThatCannotSayHowItEndedHasReturned() throws Exception {
    long errors = Guard.count();
    FutureTask<Void> foreign =
        new FutureTask<>(() -> null) {
          @Override
          public State state() {
            throw new IllegalStateException("on purpose");
          }
        };
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      monitor.executor(pool).execute(foreign);
      foreign.get();
    }
    assertThat(only(monitor.cumulative(), ENDED_COUNT, FAILED_COUNT))
        .isEqualTo(Map.of(ENDED_COUNT, 1L, FAILED_COUNT, 0L));
    assertThat(Guard.count()).isEqualTo(errors + 1);
  }

  @Test
  void whateverAThreadThrowsArrivesAtItsHandler() {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    List<Throwable> caught = new CopyOnWriteArrayList<>();
    List<Runnable> codes =
        List.of(
            () -> overflowHere(1),
            () -> {
              throw new OutOfMemoryError("on purpose");
            },
            () -> {
              throw new ThreadDeath();
            });
    for (Runnable code : codes) {
      Thread thread =
          monitor.unstarted(
              Thread.ofVirtual().uncaughtExceptionHandler((t, e) -> caught.add(e)),
              () -> {
                try {
                  Thread.yield();
                  code.run();
                } catch (Throwable e) {
                  thrown.add(e);
                  throw e;
                }
              });
      thread.start();
      Await.end(thread);
    }
    assertThat(caught).isEqualTo(thrown).hasSize(3);
    assertThat(only(monitor.cumulative(), POLL_COUNT, FAILED_COUNT, ENDED_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(POLL_COUNT, 6L, FAILED_COUNT, 3L, ENDED_COUNT, 3L, LIVE_COUNT, 0L));
  }

  private static int overflowHere(int depth) {
    return overflowHere(depth + 1) + 1;
  }

  @Test
  void anExpiredWaitThatFindsNoCarrierIsTheOldestScheduledTask() throws Exception {
    Thread thread = monitor.start(() -> RealConformanceTest.sleep(Duration.ofMillis(100)));
    Await.state(thread, Thread.State.TIMED_WAITING);
    try (var carriers = io.pickglass.Carriers.holdAll()) {
      Await.until(
          "its wait is over for 50 ms",
          () -> monitor.cumulative().get(OLDEST_SCHEDULED_NANOS) > 50_000_000);
    }
    Await.end(thread);
  }

  @Test
  void theFirstUseMayBeOnTheOnlyCarrierAndInterrupted() {
    Properties printed =
        ChildJvm.run(
            List.of(
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
            FirstUseProgram.class);
    assertThat(printed)
        .containsEntry("mode", "EXACT")
        .containsEntry("interrupted", "true")
        .containsEntry("users", "20")
        .containsEntry("polls", "2");
  }

  @Test
  void anInterruptedSamplerSleepsOn() {
    Properties printed = ChildJvm.run(List.of(), InterruptedSamplerProgram.class);
    assertThat(Long.parseLong(printed.getProperty("cpuMillis"))).isLessThan(500);
    assertThat(Long.parseLong(printed.getProperty("ticks"))).isBetween(1L, 4L);
    assertThat(printed).containsEntry("stopped", "true");
  }

  @Test
  void aParkedThreadThatIsUnparkedTwiceIsWokenOnce() {
    Thread thread = monitor.start(() -> LockSupport.park(this));
    Await.state(thread, Thread.State.WAITING);
    LockSupport.unpark(thread);
    LockSupport.unpark(thread);
    Await.end(thread);
    assertThat(only(monitor.cumulative(), POLL_COUNT, IDLE_COUNT, SCHEDULED_COUNT))
        .isEqualTo(Map.of(POLL_COUNT, 2L, IDLE_COUNT, 1L, SCHEDULED_COUNT, 1L));
  }
}
