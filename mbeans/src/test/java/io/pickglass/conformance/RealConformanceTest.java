package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.Monitors;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.instrument.Guard;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.Tracking.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of the conformance table that need real virtual threads on the real scheduler. */
class RealConformanceTest {
  private static final Duration HELD = Duration.ofMillis(1_000);

  private final TaskMonitor monitor = Monitors.onSystemClock();
  private long errorsBefore;

  @BeforeEach
  void everyPollIsSeen() {
    assertThat(Pickglass.tracking().mode()).isEqualTo(Mode.EXACT);
    errorsBefore = Guard.count();
  }

  @AfterEach
  void noErrorWasKeptBack() {
    assertThat(Guard.count()).as(Guard.last()).isEqualTo(errorsBefore);
  }

  @Test
  void t9_yieldsAreSelfWakesAndNoIdlePeriods() {
    Iterator<TaskMetrics> intervals = monitor.intervals();
    List<Long> scheduled = new ArrayList<>();
    Await.end(
        monitor.start(() -> {
          scheduled.add(intervals.next().get(SCHEDULED_COUNT));
          Thread.yield();
          scheduled.add(intervals.next().get(SCHEDULED_COUNT));
          Thread.yield();
          Thread.yield();
          Thread.yield();
          scheduled.add(intervals.next().get(SCHEDULED_COUNT));
          Thread.yield();
        }));
    scheduled.add(intervals.next().get(SCHEDULED_COUNT));
    assertThat(scheduled).containsExactly(0L, 1L, 3L, 1L);
    assertThat(
            only(
                monitor.cumulative(),
                SCHEDULED_COUNT,
                POLL_COUNT,
                SELF_WAKE_COUNT,
                IDLE_COUNT,
                ENDED_COUNT))
        .isEqualTo(
            Map.of(
                SCHEDULED_COUNT, 5L,
                POLL_COUNT, 6L,
                SELF_WAKE_COUNT, 5L,
                IDLE_COUNT, 0L,
                ENDED_COUNT, 1L));
  }

  @Test
  void t10_aStartedThreadWithoutACarrierHasAFirstPollDelay() throws Exception {
    AtomicLong polled = new AtomicLong();
    long created;
    long started;
    long released;
    Thread thread;
    try (Carriers carriers = Carriers.holdAll()) {
      created = System.nanoTime();
      thread = monitor.start(() -> polled.set(System.nanoTime()));
      started = System.nanoTime();
      Thread.sleep(HELD);
      assertThat(monitor.cumulative().get(OLDEST_SCHEDULED_NANOS))
          .isGreaterThanOrEqualTo(HELD.toNanos());
      released = System.nanoTime();
    }
    Await.end(thread);
    TaskMetrics metrics = monitor.cumulative();
    assertThat(metrics.get(FIRST_POLL_DELAY_NANOS))
        .isBetween(released - started, polled.get() - created);
    assertThat(metrics.get(SCHEDULED_COUNT)).isZero();
  }

  @Test
  void t11_anUnparkedThreadWithoutACarrierIsScheduledNotIdle() throws Exception {
    AtomicLong polled = new AtomicLong();
    Thread thread =
        monitor.start(() -> {
          LockSupport.park(this);
          polled.set(System.nanoTime());
        });
    Await.state(thread, Thread.State.WAITING);
    long unparking;
    long unparked;
    long released;
    try (Carriers carriers = Carriers.holdAll()) {
      unparking = System.nanoTime();
      LockSupport.unpark(thread);
      unparked = System.nanoTime();
      Thread.sleep(HELD);
      released = System.nanoTime();
    }
    Await.end(thread);
    TaskMetrics metrics = monitor.cumulative();
    assertThat(metrics.get(SCHEDULED_NANOS))
        .isBetween(released - unparked, polled.get() - unparking);
    assertThat(only(metrics, LONG_DELAY_COUNT, SCHEDULED_COUNT, IDLE_COUNT))
        .isEqualTo(Map.of(LONG_DELAY_COUNT, 1L, SCHEDULED_COUNT, 1L, IDLE_COUNT, 1L));
  }

  @Test
  void t11_anExpiredSleepWithoutACarrierIsScheduledNotIdle() throws Exception {
    Duration sleep = Duration.ofMillis(200);
    AtomicLong before = new AtomicLong();
    AtomicLong after = new AtomicLong();
    Thread thread =
        monitor.start(() -> {
          before.set(System.nanoTime());
          sleep(sleep);
          after.set(System.nanoTime());
        });
    Await.state(thread, Thread.State.TIMED_WAITING);
    long released;
    try (Carriers carriers = Carriers.holdAll()) {
      Thread.sleep(HELD);
      released = System.nanoTime();
    }
    Await.end(thread);
    long late = after.get() - before.get() - sleep.toNanos();
    TaskMetrics metrics = monitor.cumulative();
    assertThat(metrics.get(SCHEDULED_NANOS))
        .isBetween(released - before.get() - sleep.toNanos() - 10_000_000, late);
    assertThat(metrics.get(IDLE_NANOS)).isBetween(sleep.toNanos() - 2_000_000, sleep.toNanos());
    assertThat(only(metrics, LONG_DELAY_COUNT, SCHEDULED_COUNT, IDLE_COUNT))
        .isEqualTo(Map.of(LONG_DELAY_COUNT, 1L, SCHEDULED_COUNT, 1L, IDLE_COUNT, 1L));
  }

  @Test
  void t18_aPermitConsumedWithoutParkingIsNoWake() {
    Await.end(
        monitor.start(() -> {
          LockSupport.unpark(Thread.currentThread());
          LockSupport.park(this);
        }));
    assertThat(only(monitor.cumulative(), POLL_COUNT, SCHEDULED_COUNT, IDLE_COUNT))
        .isEqualTo(Map.of(POLL_COUNT, 1L, SCHEDULED_COUNT, 0L, IDLE_COUNT, 0L));
  }

  @Test
  void t19_aThreadThatThrowsHasFailedAndItsLastPollCounts() {
    AtomicReference<Throwable> uncaught = new AtomicReference<>();
    RuntimeException thrown = new RuntimeException("on purpose");
    Thread thread =
        monitor.unstarted(
            Thread.ofVirtual().uncaughtExceptionHandler((t, e) -> uncaught.set(e)),
            () -> {
              Thread.yield();
              throw thrown;
            });
    thread.start();
    Await.end(thread);
    Await.until("the handler has it", () -> uncaught.get() == thrown);
    assertThat(only(monitor.cumulative(), POLL_COUNT, FAILED_COUNT, ENDED_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(POLL_COUNT, 2L, FAILED_COUNT, 1L, ENDED_COUNT, 1L, LIVE_COUNT, 0L));
  }

  @Test
  void t20_aThreadInterruptedWhileIdleIsNotCancelled() {
    Thread thread = monitor.start(() -> sleep(Duration.ofHours(1)));
    Await.state(thread, Thread.State.TIMED_WAITING);
    thread.interrupt();
    Await.end(thread);
    assertThat(only(monitor.cumulative(), ENDED_COUNT, CANCELLED_COUNT, IDLE_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(ENDED_COUNT, 1L, CANCELLED_COUNT, 0L, IDLE_COUNT, 1L, LIVE_COUNT, 0L));
  }

  @Test
  void t21_twoMonitorsAroundOneTaskSeeItOnceEachAndTheSameOneTwiceSeesItTwice() {
    TaskMonitor second = Monitors.onSystemClock();
    Await.end(monitor.start(() -> second.run(Thread::yield)));
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, ENDED_COUNT, POLL_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, ENDED_COUNT, 1L, POLL_COUNT, 2L));
    assertThat(only(second.cumulative(), INSTRUMENTED_COUNT, ENDED_COUNT, POLL_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, ENDED_COUNT, 1L, POLL_COUNT, 2L));
    TaskMonitor same = Monitors.onSystemClock();
    Await.end(same.start(() -> same.run(Thread::yield)));
    assertThat(only(same.cumulative(), INSTRUMENTED_COUNT, ENDED_COUNT, POLL_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 2L, ENDED_COUNT, 2L, POLL_COUNT, 4L));
  }

  @Test
  void t23_unwatchedChildrenOfAWatchedThreadRunAndAreNotCounted() {
    AtomicInteger ran = new AtomicInteger();
    Thread parent =
        monitor.start(() -> {
          List<Thread> children = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            children.add(
                Thread.startVirtualThread(() -> {
                  Thread.yield();
                  sleep(Duration.ofMillis(1));
                  ran.incrementAndGet();
                }));
          }
          children.forEach(Await::end);
        });
    Await.end(parent);
    assertThat(ran).hasValue(100);
    assertThat(only(monitor.cumulative(), INSTRUMENTED_COUNT, SELF_WAKE_COUNT, ENDED_COUNT))
        .isEqualTo(Map.of(INSTRUMENTED_COUNT, 1L, SELF_WAKE_COUNT, 0L, ENDED_COUNT, 1L));
  }

  @Test
  void t27_aPollInProgressIsBusyTimeOfEveryIntervalItSpans() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch running = new CountDownLatch(1);
    Thread spinning =
        monitor.start(() -> {
          running.countDown();
          while (!stop.get()) {
            Thread.onSpinWait();
          }
        });
    Thread waiting = monitor.start(() -> LockSupport.park(this));
    running.await();
    Await.state(waiting, Thread.State.WAITING);
    // Waits until the end of the park's poll is booked, too.
    Await.until("one is idle", () -> monitor.cumulative().get(IDLE_NOW_COUNT) == 1);
    Iterator<TaskMetrics> intervals = monitor.intervals();
    for (int i = 0; i < 3; i++) {
      Thread.sleep(20);
      TaskMetrics interval = intervals.next();
      assertThat(only(interval, RUNNING_COUNT, IDLE_NOW_COUNT, POLL_COUNT))
          .isEqualTo(Map.of(RUNNING_COUNT, 1L, IDLE_NOW_COUNT, 1L, POLL_COUNT, 0L));
      assertThat(interval.ratio(BUSY_RATIO)).isEqualTo(0.5);
      assertThat(interval.ratio(IDLE_RATIO)).isEqualTo(0.5);
    }
    stop.set(true);
    LockSupport.unpark(waiting);
    Await.end(spinning);
    Await.end(waiting);
  }

  @Test
  void t30_stackTracesOfQueuedAndParkedThreadsChangeNoCount() {
    Thread parked = monitor.start(() -> LockSupport.park(this));
    Thread queued = monitor.start(() -> LockSupport.park(this));
    Await.state(parked, Thread.State.WAITING);
    Await.state(queued, Thread.State.WAITING);
    Await.until("both are idle", () -> monitor.cumulative().get(IDLE_NOW_COUNT) == 2);
    try (Carriers carriers = Carriers.holdAll()) {
      LockSupport.unpark(queued);
      for (int i = 0; i < 1_000; i++) {
        assertThat(parked.getStackTrace()).isNotEmpty();
        assertThat(queued.getStackTrace()).isNotEmpty();
      }
    }
    Await.end(queued);
    LockSupport.unpark(parked);
    Await.end(parked);
    assertThat(only(monitor.cumulative(), POLL_COUNT, IDLE_COUNT, SCHEDULED_COUNT, ENDED_COUNT))
        .isEqualTo(Map.of(POLL_COUNT, 4L, IDLE_COUNT, 2L, SCHEDULED_COUNT, 2L, ENDED_COUNT, 2L));
  }

  @Test
  void t31_threadsStartedFromAVirtualThreadQueueAsIfUnwatched() {
    QueueGauges watched = QueueGauges.afterStarting(100, monitor::start);
    QueueGauges unwatched = QueueGauges.afterStarting(100, Thread::startVirtualThread);
    assertThat(watched).isEqualTo(unwatched);
    assertThat(watched.submissions()).isEqualTo(100);
  }

  @Test
  void t32_aThreadWithASchedulerOfItsOwnRunsThereAndIsCountedAsSkipped() {
    AtomicInteger submissions = new AtomicInteger();
    long before = SkippedThreads.count();
    AtomicReference<String> ran = new AtomicReference<>();
    Thread parent =
        SkippedThreads.builder(
                continuation -> {
                  submissions.incrementAndGet();
                  Thread.ofPlatform().name("own-scheduler").start(continuation);
                })
            .unstarted(() -> {
              Thread child = monitor.start(() -> ran.set(Thread.currentThread().toString()));
              Await.end(child);
            });
    parent.start();
    Await.end(parent);
    assertThat(ran.get()).contains("own-scheduler");
    assertThat(submissions.get()).isGreaterThanOrEqualTo(2);
    assertThat(SkippedThreads.count() - before).isEqualTo(1);
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT)).isZero();
  }

  @Test
  void aStartThatFailsIsTheCallersOwnErrorAndLeavesNoLiveTask() {
    Thread thread = monitor.start(() -> {});
    Await.end(thread);
    assertThatThrownBy(thread::start).isInstanceOf(IllegalThreadStateException.class);
    assertThat(monitor.cumulative().get(LIVE_COUNT)).isZero();
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
