package io.pickglass.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuntimeMetricTest {
  @Test
  void oneWordRunsThroughAllNames() {
    assertThat(RuntimeMetric.MAX_WORKER_BUSY_NANOS.metricName()).isEqualTo("maxWorkerBusyNanos");
    assertThat(RuntimeMetric.MAX_WORKER_BUSY_NANOS.attributeName()).isEqualTo("MaxWorkerBusyNanos");
    assertThat(RuntimeMetric.MAX_WORKER_BUSY_NANOS.seriesName())
        .isEqualTo("pickglass_runtime_max_worker_busy_seconds");
    assertThat(RuntimeMetric.ALLOCATED_BYTES.seriesName())
        .isEqualTo("pickglass_runtime_allocated_bytes_total");
    assertThat(RuntimeMetric.POLLS_PER_PARK.seriesName())
        .isEqualTo("pickglass_runtime_polls_per_park");
  }

  @Test
  void theUnitIsInTheNameWhereThereIsOne() {
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      String name = metric.metricName();
      assertThat(metric.unit())
          .as(name)
          .isEqualTo(
              name.endsWith("Nanos")
                  ? Unit.NANOS
                  : name.endsWith("Bytes")
                      ? Unit.BYTES
                      : name.endsWith("Ratio")
                          ? Unit.RATIO
                          : name.contains("Per") ? Unit.MEAN : Unit.COUNT);
    }
  }

  @Test
  void countersAddUpAndNothingElse() {
    assertThat(RuntimeMetric.values())
        .filteredOn(RuntimeMetric::addsUp)
        .containsExactlyElementsOf(
            Arrays.stream(RuntimeMetric.values()).filter(m -> m.kind() == Kind.COUNTER).toList())
        .contains(RuntimeMetric.BUSY_NANOS)
        .doesNotContain(RuntimeMetric.QUEUE_DEPTH);
  }

  @Test
  void seriesAreDifferentAlsoFromThoseOfTasks() {
    assertThat(
            Stream.<Metric>concat(
                    Arrays.stream(RuntimeMetric.values()), Arrays.stream(TaskMetric.values()))
                .map(Metric::seriesName))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aMetricIsFoundByItsNamesHasASentenceAndSomebodyWhoKnowsIt(RuntimeMetric metric) {
    assertThat(RuntimeMetric.named(metric.metricName())).isEqualTo(Optional.of(metric));
    assertThat(RuntimeMetric.ofAttribute(metric.attributeName())).isEqualTo(Optional.of(metric));
    assertThat(metric.help()).matches("[A-Z].*[a-z]\\.");
    assertThat(Arrays.stream(RuntimeKind.values())).anyMatch(metric::isKnownTo);
  }

  @Test
  void anUnknownNameIsNobodys() {
    assertThat(RuntimeMetric.named("workercount")).isEmpty();
    assertThat(RuntimeMetric.ofAttribute("workerCount")).isEmpty();
  }
}
