package io.pickglass.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class BetterTest {
  /** What only follows the load is neither better nor worse. */
  @Test
  void ofATaskWaitsAndLongPollsAndFailuresAreBad() {
    for (TaskMetric metric : TaskMetric.values()) {
      boolean ofTheLoad =
          EnumSet.of(
                      TaskMetric.INSTRUMENTED_COUNT,
                      TaskMetric.ENDED_COUNT,
                      TaskMetric.CANCELLED_COUNT,
                      TaskMetric.LIVE_COUNT,
                      TaskMetric.LIFETIME_NANOS,
                      TaskMetric.RUNNING_COUNT,
                      TaskMetric.FIRST_POLL_COUNT,
                      TaskMetric.POLL_COUNT,
                      TaskMetric.POLL_NANOS,
                      TaskMetric.FAST_POLL_COUNT,
                      TaskMetric.FAST_POLL_NANOS,
                      TaskMetric.SCHEDULED_COUNT,
                      TaskMetric.SHORT_DELAY_COUNT,
                      TaskMetric.SHORT_DELAY_NANOS,
                      TaskMetric.SELF_WAKE_COUNT,
                      TaskMetric.LIVED_NANOS,
                      TaskMetric.BUSY_RATIO)
                  .contains(metric)
              || metric.name().contains("IDLE");
      assertThat(metric.better())
          .as(metric.name())
          .isEqualTo(ofTheLoad ? Better.NEITHER : Better.LOWER);
    }
  }

  @Test
  void ofARuntimeQueuesAndPinnedThreadsAreBadAndRoomIsGood() {
    assertThat(
            Arrays.stream(RuntimeMetric.values()).filter(m -> m.better() == Better.HIGHER).toList())
        .containsExactly(RuntimeMetric.QUEUE_REMAINING_CAPACITY, RuntimeMetric.POLLS_PER_PARK);
    assertThat(RuntimeMetric.QUEUE_DEPTH.better()).isEqualTo(Better.LOWER);
    assertThat(RuntimeMetric.PINNED_NANOS.better()).isEqualTo(Better.LOWER);
    assertThat(RuntimeMetric.CPU_NANOS.better()).isEqualTo(Better.NEITHER);
  }
}
