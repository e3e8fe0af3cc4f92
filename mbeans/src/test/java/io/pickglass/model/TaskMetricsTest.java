package io.pickglass.model;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.mxbean.TaskIntervals;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {
  /** A different number for each metric, so that swapped ones show. */
  private static TaskMetrics allDifferent() {
    Map<TaskMetric, Number> values = new EnumMap<>(TaskMetric.class);
    for (TaskMetric metric : TaskMetric.values()) {
      int number = metric.ordinal() + 1;
      values.put(metric, metric.unit() == Unit.RATIO ? number / 100.0 : (Number) (long) number);
    }
    return TaskMetrics.of(values);
  }

  @Test
  void nothingDividedByNothingIsZero() {
    TaskMetrics zero = TaskMetrics.of(Map.of());
    for (TaskMetric metric : TaskMetric.values()) {
      assertThat(zero.number(metric).doubleValue()).as(metric.metricName()).isEqualTo(0.0);
    }
  }

  @Test
  void derivedMetricsAreComputed() {
    TaskMetrics metrics =
        TaskMetrics.of(
            Map.of(POLL_NANOS, (1L << 60) + 1, POLL_COUNT, 1, SLOW_POLL_COUNT, 1, IDLE_NANOS, 7));
    assertThat(metrics.get(MEAN_POLL_NANOS)).isEqualTo((1L << 60) + 1);
    assertThat(metrics.ratio(SLOW_POLL_RATIO)).isEqualTo(1.0);
    assertThat(metrics.get(MEAN_IDLE_NANOS)).isZero();
  }

  @Test
  void compositesAndMapsGiveBackTheSameInterval() {
    TaskInterval interval =
        new TaskInterval("m", 17, Instant.parse("2026-01-02T03:04:05.678Z"), 99, allDifferent());
    assertThat(TaskIntervals.fromComposite(TaskIntervals.toComposite(interval)))
        .isEqualTo(interval);
    assertThat(TaskIntervals.fromMap(TaskIntervals.toMap(interval))).isEqualTo(interval);
  }

  @Test
  void anotherVersionsItemsArePassedOverAndMissingOnesAreAbsent() {
    Map<String, Object> items = new HashMap<>();
    items.put("monitor", "m");
    items.put("sequence", 1);
    items.put("start", "2026-01-02T03:04:05Z");
    items.put("elapsedNanos", 2);
    items.put("pollCount", 3);
    items.put("fromTheFuture", 4);
    TaskMetrics metrics = TaskIntervals.fromMap(items).metrics();
    assertThat(metrics.get(POLL_COUNT)).isEqualTo(3);
    for (TaskMetric metric : TaskMetric.values()) {
      assertThat(metrics.has(metric)).as(metric.metricName()).isEqualTo(metric == POLL_COUNT);
    }
    items.remove("sequence");
    assertThatThrownBy(() -> TaskIntervals.fromMap(items))
        .hasMessage("an interval needs \"sequence\", found null");
  }

  @Test
  void whatCouldNotBeSeenIsAbsent() {
    TaskMetrics seen = allDifferent().without(Needs.POLLS);
    for (TaskMetric metric : TaskMetric.values()) {
      assertThat(seen.has(metric)).isEqualTo(metric.needs() == Needs.TASKS);
    }
    assertThat(seen.get(POLL_COUNT)).isEqualTo(-1);
    assertThat(seen.ratio(BUSY_RATIO)).isEqualTo(-1.0);
  }

  @Test
  void aRatioIsNoCountAndACountIsNoRatio() {
    TaskMetrics metrics = allDifferent();
    assertThatThrownBy(() -> metrics.get(BUSY_RATIO))
        .hasMessage("busyRatio is a ratio: ask ratio() for it");
    assertThatThrownBy(() -> metrics.ratio(POLL_COUNT))
        .hasMessage("pollCount is no ratio: ask get() for it");
  }

  @Test
  void derivedMetricsHaveAFormulaUnlessTheyAreShares() {
    for (TaskMetric metric : TaskMetric.values()) {
      boolean share = metric == BUSY_RATIO || metric == SCHEDULED_RATIO || metric == IDLE_RATIO;
      assertThat(metric.formula().isPresent())
          .as(metric.metricName())
          .isEqualTo(metric.kind() == Kind.DERIVED && !share);
    }
  }
}
