package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.Monitors;
import io.pickglass.TaskHandle;
import io.pickglass.TaskMonitor;
import io.pickglass.model.TaskMetrics;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** T13 to T16: what is slow, what is long, and the share of it. */
class ThresholdConformanceTest {
  private static final long MS = 1_000_000;

  private final ManualClock clock = new ManualClock();
  private final TaskMonitor monitor = Monitors.on(clock);
  private final Iterator<TaskMetrics> intervals = monitor.intervals();

  private TaskHandle task() {
    return monitor.task("task");
  }

  private void poll(TaskHandle task, long nanos) {
    task.poll(() -> clock.advanceNanos(nanos));
  }

  @Test
  void t13_thresholdsAreEachMonitorsOwn() {
    TaskMonitor coarse = Monitors.on(clock).slowPollThreshold(Duration.ofMillis(10));
    monitor.slowPollThreshold(Duration.ofNanos(10_000));
    TaskHandle fine = task();
    TaskHandle same = coarse.task("same");
    for (long nanos : new long[] {10_000, 20_000, 10 * MS, 11 * MS}) {
      fine.poll(() -> same.poll(() -> clock.advanceNanos(nanos)));
    }
    assertThat(monitor.cumulative().get(SLOW_POLL_COUNT)).isEqualTo(4);
    assertThat(coarse.cumulative().get(SLOW_POLL_COUNT)).isEqualTo(2);
  }

  @Test
  void t14_aPollOfExactlyTheThresholdIsSlow() {
    monitor.slowPollThreshold(Duration.ofNanos(1_000));
    TaskHandle task = task();
    poll(task, 1_000);
    assertThat(only(intervals.next(), SLOW_POLL_COUNT, FAST_POLL_COUNT))
        .isEqualTo(Map.of(SLOW_POLL_COUNT, 1L, FAST_POLL_COUNT, 0L));
    poll(task, 999);
    assertThat(only(intervals.next(), SLOW_POLL_COUNT, FAST_POLL_COUNT))
        .isEqualTo(Map.of(SLOW_POLL_COUNT, 0L, FAST_POLL_COUNT, 1L));
    monitor.slowPollThreshold(Duration.ZERO);
    poll(task, 0);
    assertThat(only(intervals.next(), SLOW_POLL_COUNT, FAST_POLL_COUNT))
        .isEqualTo(Map.of(SLOW_POLL_COUNT, 1L, FAST_POLL_COUNT, 0L));
  }

  @Test
  void t15_aDelayOfExactlyTheThresholdIsLong() {
    monitor.longDelayThreshold(Duration.ofNanos(1_000));
    TaskHandle task = task();
    poll(task, 0);
    task.wake();
    clock.advanceNanos(1_000);
    poll(task, 0);
    assertThat(only(intervals.next(), LONG_DELAY_COUNT, SHORT_DELAY_COUNT, LONG_DELAY_NANOS))
        .isEqualTo(Map.of(LONG_DELAY_COUNT, 1L, SHORT_DELAY_COUNT, 0L, LONG_DELAY_NANOS, 1_000L));
    task.wake();
    clock.advanceNanos(999);
    poll(task, 0);
    assertThat(only(intervals.next(), LONG_DELAY_COUNT, SHORT_DELAY_COUNT, SHORT_DELAY_NANOS))
        .isEqualTo(Map.of(LONG_DELAY_COUNT, 0L, SHORT_DELAY_COUNT, 1L, SHORT_DELAY_NANOS, 999L));
  }

  @Test
  void t16_theSlowPollRatioIsExactAndZeroWithoutPolls() {
    TaskHandle task = task();
    polls(task, 3, 2);
    assertThat(intervals.next().ratio(SLOW_POLL_RATIO)).isEqualTo(0.4);
    polls(task, 2, 3);
    assertThat(intervals.next().ratio(SLOW_POLL_RATIO)).isEqualTo(0.6);
    assertThat(intervals.next().ratio(SLOW_POLL_RATIO)).isEqualTo(0.0);
  }

  private void polls(TaskHandle task, int fast, int slow) {
    for (int i = 0; i < fast + slow; i++) {
      poll(task, i < fast ? MS - 1 : MS);
    }
  }
}
