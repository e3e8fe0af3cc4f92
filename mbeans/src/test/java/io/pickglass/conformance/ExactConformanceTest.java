package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.Monitors;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows of the conformance table that a hand-moved clock makes exact. */
class ExactConformanceTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  // The longest single time that a stamp can hold: 2^58 - 1 ns.
  private static final long LONGEST = (1L << 58) - 1;

  private final ManualClock clock = new ManualClock();
  private final TaskMonitor monitor = Monitors.on(clock);
  private final Iterator<TaskMetrics> intervals = monitor.intervals();

  private TaskHandle task() {
    return monitor.task("task");
  }

  private void poll(TaskHandle task, long nanos) {
    task.poll(() -> clock.advanceNanos(nanos));
  }

  /** Idle for some time, then woken and polled at once. */
  private void idle(TaskHandle task, long nanos) {
    clock.advanceNanos(nanos);
    task.wake();
    poll(task, 0);
  }

  @Test
  void t1_tasksAreCountedWhenTheyAreInstrumented() {
    task().end(Outcome.RETURNED);
    assertThat(intervals.next().get(INSTRUMENTED_COUNT)).isEqualTo(1);
    task();
    task();
    assertThat(intervals.next().get(INSTRUMENTED_COUNT)).isEqualTo(2);
    assertThat(intervals.next().get(INSTRUMENTED_COUNT)).isZero();
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT)).isEqualTo(3);
  }

  @Test
  void t2_tasksAreCountedWhenTheyEndAndAsCancelledWhenTheyWereNeverPolled() {
    task();
    assertThat(only(intervals.next(), ENDED_COUNT, CANCELLED_COUNT))
        .isEqualTo(Map.of(ENDED_COUNT, 0L, CANCELLED_COUNT, 0L));
    TaskHandle run = task();
    poll(run, 1);
    run.end(Outcome.RETURNED);
    task().end(Outcome.CANCELLED);
    assertThat(only(intervals.next(), ENDED_COUNT, CANCELLED_COUNT, LIVE_COUNT))
        .isEqualTo(Map.of(ENDED_COUNT, 2L, CANCELLED_COUNT, 1L, LIVE_COUNT, 1L));
    assertThat(intervals.next().get(ENDED_COUNT)).isZero();
  }

  @Test
  void t3_aFirstPollIsCountedAsItStarts() {
    TaskHandle task = task();
    assertThat(intervals.next().get(FIRST_POLL_COUNT)).isZero();
    task.poll(() -> assertThat(intervals.next().get(FIRST_POLL_COUNT)).isEqualTo(1));
    assertThat(intervals.next().get(FIRST_POLL_COUNT)).isZero();
    assertThat(monitor.cumulative().get(FIRST_POLL_COUNT)).isEqualTo(1);
  }

  @Test
  void t4_firstPollDelaysAddUp() {
    TaskHandle a = task();
    clock.advanceMillis(500);
    poll(a, 0);
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(500 * MS);
    TaskHandle b = task();
    clock.advanceMillis(250);
    poll(b, 0);
    TaskHandle c = task();
    clock.advanceMillis(100);
    poll(c, 0);
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(350 * MS);
    assertThat(
            only(
                monitor.cumulative(),
                FIRST_POLL_DELAY_NANOS,
                MAX_FIRST_POLL_DELAY_NANOS,
                MEAN_FIRST_POLL_DELAY_NANOS,
                FIRST_POLL_COUNT))
        .isEqualTo(
            Map.of(
                FIRST_POLL_DELAY_NANOS,
                850 * MS,
                MAX_FIRST_POLL_DELAY_NANOS,
                500 * MS,
                MEAN_FIRST_POLL_DELAY_NANOS,
                850 * MS / 3,
                FIRST_POLL_COUNT,
                3L));
  }

  @Test
  void t5_theFirstPollDelayIsBookedByThePollNotBefore() {
    TaskHandle task = task();
    clock.advance(Duration.ofSeconds(1));
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isZero();
    poll(task, 0);
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(SECOND);
  }

  @Test
  void t6_aDelayThatOverflowsSaturates() {
    TaskHandle task = task();
    clock.advanceNanos(Long.MAX_VALUE);
    clock.advanceNanos(Long.MAX_VALUE);
    poll(task, 0);
    assertThat(monitor.cumulative().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(LONGEST);
  }

  @Test
  void t6_differencesStayRightAcrossASumThatWraps() {
    // 35 delays of 2^58 - 1 ns make more than 2^63.
    int tasks = 35;
    TaskHandle[] waiting = new TaskHandle[tasks];
    for (int i = 0; i < tasks; i++) {
      waiting[i] = task();
    }
    clock.advanceNanos(Long.MAX_VALUE);
    for (int i = 0; i < tasks - 4; i++) {
      poll(waiting[i], 0);
    }
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(31 * LONGEST);
    for (int i = tasks - 4; i < tasks; i++) {
      poll(waiting[i], 0);
    }
    // Since the start, the sum begins anew instead of becoming negative: a scrape would break.
    assertThat(monitor.cumulative().get(FIRST_POLL_DELAY_NANOS))
        .isEqualTo((35 * LONGEST) & Long.MAX_VALUE)
        .isNotNegative();
    assertThat(intervals.next().get(FIRST_POLL_DELAY_NANOS)).isEqualTo(4 * LONGEST);
  }

  @Test
  void t7_onlyAWakeMakesAnIdlePeriod() {
    TaskHandle empty = task();
    poll(empty, 0);
    empty.end(Outcome.RETURNED);
    assertThat(only(intervals.next(), IDLE_COUNT, IDLE_NANOS))
        .isEqualTo(Map.of(IDLE_COUNT, 0L, IDLE_NANOS, 0L));
    TaskHandle once = task();
    poll(once, 0);
    idle(once, SECOND);
    once.end(Outcome.RETURNED);
    assertThat(only(intervals.next(), IDLE_COUNT, IDLE_NANOS))
        .isEqualTo(Map.of(IDLE_COUNT, 1L, IDLE_NANOS, SECOND));
    TaskHandle twice = task();
    poll(twice, 0);
    idle(twice, SECOND);
    idle(twice, SECOND);
    twice.end(Outcome.RETURNED);
    assertThat(only(intervals.next(), IDLE_COUNT, IDLE_NANOS, MEAN_IDLE_NANOS))
        .isEqualTo(Map.of(IDLE_COUNT, 2L, IDLE_NANOS, 2 * SECOND, MEAN_IDLE_NANOS, SECOND));
  }

  @Test
  void t12_theMeanPollIsTheSumOverTheCount() {
    TaskHandle task = task();
    poll(task, SECOND);
    idle(task, 1); // and a poll of 0 s
    task.wake();
    poll(task, SECOND);
    assertThat(only(intervals.next(), POLL_COUNT, POLL_NANOS, MEAN_POLL_NANOS, MAX_IDLE_NANOS))
        .isEqualTo(
            Map.of(
                POLL_COUNT,
                3L,
                POLL_NANOS,
                2 * SECOND,
                MEAN_POLL_NANOS,
                2 * SECOND / 3,
                MAX_IDLE_NANOS,
                TaskMetrics.ABSENT));
  }

  @Test
  void t17_theFirstOfSeveralWakesCounts() {
    TaskHandle task = task();
    poll(task, 0);
    clock.advanceMillis(10);
    task.wake();
    clock.advanceMillis(5);
    task.wake();
    clock.advanceMillis(5);
    task.wake();
    clock.advanceMillis(5);
    poll(task, 0);
    assertThat(only(intervals.next(), IDLE_COUNT, IDLE_NANOS, SCHEDULED_COUNT, SCHEDULED_NANOS))
        .isEqualTo(
            Map.of(
                IDLE_COUNT,
                1L,
                IDLE_NANOS,
                10 * MS,
                SCHEDULED_COUNT,
                1L,
                SCHEDULED_NANOS,
                15 * MS));
  }

  @Test
  void t18_aWakeInAPollCountsFromThePollsEnd() {
    TaskHandle task = task();
    task.poll(() -> {
      clock.advanceMillis(10);
      task.wake();
      clock.advanceMillis(10);
    });
    assertThat(monitor.cumulative().get(SCHEDULED_NOW_COUNT)).isEqualTo(1);
    clock.advanceMillis(3);
    poll(task, 0);
    assertThat(
            only(
                intervals.next(),
                POLL_NANOS,
                IDLE_COUNT,
                IDLE_NANOS,
                SCHEDULED_COUNT,
                SCHEDULED_NANOS))
        .isEqualTo(
            Map.of(
                POLL_NANOS, 20 * MS,
                IDLE_COUNT, 0L,
                IDLE_NANOS, 0L,
                SCHEDULED_COUNT, 1L,
                SCHEDULED_NANOS, 3 * MS));
  }

  @Test
  void t26_intervalsBeginWhenTheyAreMade() {
    poll(task(), MS);
    Iterator<TaskMetrics> late = monitor.intervals();
    poll(task(), 2 * MS);
    assertThat(only(late.next(), POLL_COUNT, POLL_NANOS))
        .isEqualTo(Map.of(POLL_COUNT, 1L, POLL_NANOS, 2 * MS));
    assertThat(only(intervals.next(), POLL_COUNT, POLL_NANOS))
        .isEqualTo(Map.of(POLL_COUNT, 2L, POLL_NANOS, 3 * MS));
  }

  @Test
  void t27_whatIsInProgressCountsUpToNow() {
    TaskHandle running = task();
    TaskHandle idle = task();
    poll(idle, 0);
    running.poll(() -> {
      for (int i = 0; i < 10; i++) {
        clock.advance(Duration.ofSeconds(1));
        TaskMetrics second = intervals.next();
        assertThat(second.ratio(BUSY_RATIO)).isEqualTo(0.5);
        assertThat(second.ratio(IDLE_RATIO)).isEqualTo(0.5);
        assertThat(second.ratio(SCHEDULED_RATIO)).isEqualTo(0.0);
        assertThat(only(second, RUNNING_COUNT, IDLE_NOW_COUNT, SCHEDULED_NOW_COUNT))
            .isEqualTo(Map.of(RUNNING_COUNT, 1L, IDLE_NOW_COUNT, 1L, SCHEDULED_NOW_COUNT, 0L));
      }
    });
    clock.advance(Duration.ofHours(1));
    TaskMetrics hour = intervals.next();
    assertThat(hour.ratio(IDLE_RATIO)).isEqualTo(1.0);
    assertThat(hour.get(LIVED_NANOS)).isEqualTo(2 * 3_600 * SECOND);
    assertThat(only(hour, RUNNING_COUNT, IDLE_NOW_COUNT, IDLE_COUNT))
        .isEqualTo(Map.of(RUNNING_COUNT, 0L, IDLE_NOW_COUNT, 2L, IDLE_COUNT, 0L));
  }

  @Test
  void theOldestScheduledTaskIsTheOneThatWaitsLongest() {
    TaskHandle first = task();
    poll(first, 0);
    clock.advanceMillis(5);
    first.wake();
    clock.advanceMillis(3);
    task();
    clock.advanceMillis(4);
    assertThat(monitor.cumulative().get(OLDEST_SCHEDULED_NANOS)).isEqualTo(7 * MS);
    poll(first, 0);
    assertThat(monitor.cumulative().get(OLDEST_SCHEDULED_NANOS)).isEqualTo(4 * MS);
  }

  @Test
  void livedTimeIsTheSumOfItsPartsAlsoForAPollThatThrows() {
    TaskHandle task = task();
    clock.advanceNanos(7);
    poll(task, 11);
    clock.advanceNanos(13);
    task.wake();
    clock.advanceNanos(17);
    RuntimeException thrown = new RuntimeException("on purpose");
    try {
      task.poll(() -> {
        clock.advanceNanos(19);
        throw thrown;
      });
    } catch (RuntimeException e) {
      assertThat(e).isSameAs(thrown);
    }
    task.end(Outcome.FAILED);
    task.end(Outcome.RETURNED);
    assertThat(
            only(
                monitor.cumulative(),
                FIRST_POLL_DELAY_NANOS,
                POLL_COUNT,
                POLL_NANOS,
                IDLE_NANOS,
                SCHEDULED_NANOS,
                LIFETIME_NANOS,
                ENDED_COUNT,
                FAILED_COUNT,
                LIVE_COUNT))
        .isEqualTo(
            Map.of(
                FIRST_POLL_DELAY_NANOS, 7L,
                POLL_COUNT, 2L,
                POLL_NANOS, 30L,
                IDLE_NANOS, 13L,
                SCHEDULED_NANOS, 17L,
                LIFETIME_NANOS, 67L,
                ENDED_COUNT, 1L,
                FAILED_COUNT, 1L,
                LIVE_COUNT, 0L));
  }
}
