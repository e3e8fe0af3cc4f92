package io.pickglass.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskMetricTest {
  @Test
  void oneWordRunsThroughAllNames() {
    assertThat(TaskMetric.SLOW_POLL_COUNT.metricName()).isEqualTo("slowPollCount");
    assertThat(TaskMetric.SLOW_POLL_COUNT.attributeName()).isEqualTo("SlowPollCount");
    assertThat(TaskMetric.SLOW_POLL_COUNT.seriesName())
        .isEqualTo("pickglass_task_slow_polls_total");
    assertThat(TaskMetric.POLL_NANOS.seriesName()).isEqualTo("pickglass_task_poll_seconds_total");
    assertThat(TaskMetric.MAX_IDLE_NANOS.seriesName()).isEqualTo("pickglass_task_max_idle_seconds");
    assertThat(TaskMetric.BUSY_RATIO.seriesName()).isEqualTo("pickglass_task_busy_ratio");
  }

  @Test
  void seriesAreDifferent() {
    assertThat(Arrays.stream(TaskMetric.values()).map(TaskMetric::seriesName))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aMetricIsFoundByItsNamesAndHasASentence(TaskMetric metric) {
    assertThat(TaskMetric.named(metric.metricName())).isEqualTo(Optional.of(metric));
    assertThat(TaskMetric.ofAttribute(metric.attributeName())).isEqualTo(Optional.of(metric));
    assertThat(metric.help()).matches("[A-Z].*[a-z]\\.");
  }

  @Test
  void anUnknownNameIsNobodys() {
    assertThat(TaskMetric.named("pollcount")).isEmpty();
    assertThat(TaskMetric.ofAttribute("pollCount")).isEmpty();
  }
}
