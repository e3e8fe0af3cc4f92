package io.pickglass.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
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
  void countersAndLivedTimeAddUpAndNothingElse() {
    assertThat(TaskMetric.values())
        .filteredOn(TaskMetric::addsUp)
        .containsExactlyElementsOf(
            Arrays.stream(TaskMetric.values())
                .filter(m -> m.kind() == Kind.COUNTER || m == TaskMetric.LIVED_NANOS)
                .toList())
        .contains(TaskMetric.POLL_NANOS, TaskMetric.LIVED_NANOS)
        .doesNotContain(TaskMetric.LIVE_COUNT);
  }

  @Test
  void percentilesSayOfWhatTheyAreAndWhichShare() {
    TaskMetric p999 = TaskMetric.P999_FIRST_POLL_DELAY_NANOS;
    assertThat(p999.metricName()).isEqualTo("p999FirstPollDelayNanos");
    assertThat(p999.attributeName()).isEqualTo("P999FirstPollDelayNanos");
    assertThat(p999.seriesName()).isEqualTo("pickglass_task_p999_first_poll_delay_seconds");
    assertThat(p999.help())
        .isEqualTo(
            "Time that 99.9 % of the waits for a first poll did not exceed, at most 6.25 % off.");
    assertThat(TaskMetric.P50_IDLE_NANOS.help())
        .isEqualTo("Time that half of the idle periods did not exceed, at most 6.25 % off.");
  }

  @Test
  void everyDistributionHasFourPercentilesOfItsOwn() {
    Readings readings =
        new Readings() {
          @Override
          public long at(TaskMetric metric) {
            return 0;
          }

          @Override
          public long quantile(Distribution of, double share) {
            return 10_000 * of.ordinal() + Math.round(1000 * share);
          }
        };
    for (Distribution of : Distribution.values()) {
      long base = 10_000 * of.ordinal();
      assertThat(
              Stream.of("P50", "P90", "P99", "P999")
                  .map(p -> TaskMetric.valueOf(p + "_" + of.name() + "_NANOS"))
                  .map(metric -> metric.formula().orElseThrow().bitsOf(readings)))
          .containsExactly(base + 500, base + 900, base + 990, base + 999);
      assertThat(of.maximum().name()).isEqualTo("MAX_" + of.name() + "_NANOS");
    }
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
