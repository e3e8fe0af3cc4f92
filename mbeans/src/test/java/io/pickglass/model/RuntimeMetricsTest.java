package io.pickglass.model;

import static io.pickglass.catalog.RuntimeDistribution.POLL;
import static io.pickglass.catalog.RuntimeDistribution.SCHEDULING_DELAY;
import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Monitors;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.mxbean.RuntimeIntervals;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeMetricsTest {
  /** A different number for each metric, so that swapped ones show; every seventh is absent. */
  private static RuntimeMetrics allDifferent() {
    RuntimeMetrics.Builder builder = new RuntimeMetrics.Builder();
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      int number = metric.ordinal() + 1;
      if (number % 7 == 0) {
        continue;
      }
      if (metric.unit().isFraction()) {
        builder.setFraction(metric, number / 100.0);
      } else {
        builder.set(metric, number);
      }
    }
    return builder.histogram(SCHEDULING_DELAY, Histogram.of(3, new long[] {1, 0, 2})).build();
  }

  private static RuntimeInterval interval() {
    return new RuntimeInterval("pool", 7, Instant.parse("2026-01-02T03:04:05Z"), 8, allDifferent());
  }

  @Test
  void whatIsNotSetIsAbsentAndReadsMinusOne() {
    RuntimeMetrics nothing = new RuntimeMetrics.Builder().build();
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      assertThat(nothing.has(metric)).isFalse();
      assertThat(nothing.number(metric).doubleValue()).isEqualTo(Metrics.ABSENT);
    }
    assertThat(allDifferent().has(WORKER_COUNT)).isTrue();
  }

  @Test
  void aCountIsNoFractionAndAFractionNoCount() {
    RuntimeMetrics metrics = allDifferent();
    assertThatThrownBy(() -> metrics.get(BUSY_RATIO))
        .hasMessage("busyRatio is a fraction: ask fraction() for it");
    assertThatThrownBy(() -> metrics.fraction(POLL_COUNT))
        .hasMessage("pollCount is no fraction: ask get() for it");
    assertThatThrownBy(() -> new RuntimeMetrics.Builder().set(BUSY_RATIO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RuntimeMetrics.Builder().setFraction(POLL_COUNT, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void percentilesFollowFromTheHistogramAndAreAbsentWithoutOne() {
    RuntimeMetrics metrics =
        new RuntimeMetrics.Builder()
            .histogram(SCHEDULING_DELAY, Histogram.of(3, new long[] {1, 0, 2}))
            .build();
    assertThat(
            Monitors.only(
                metrics,
                P50_SCHEDULING_DELAY_NANOS,
                P999_SCHEDULING_DELAY_NANOS,
                P50_POLL_NANOS,
                P999_POLL_NANOS))
        .isEqualTo(
            Map.of(
                P50_SCHEDULING_DELAY_NANOS,
                5L,
                P999_SCHEDULING_DELAY_NANOS,
                5L,
                P50_POLL_NANOS,
                -1L,
                P999_POLL_NANOS,
                -1L));
    assertThat(metrics.has(P50_SCHEDULING_DELAY_NANOS)).isTrue();
    assertThat(metrics.has(P50_POLL_NANOS)).isFalse();
    assertThat(metrics.histogram(POLL)).isEmpty();
    assertThat(metrics).isNotEqualTo(new RuntimeMetrics.Builder().build());
  }

  @Test
  void metricsAreEqualWhenAllValuesAre() {
    assertThat(allDifferent()).isEqualTo(allDifferent()).hasSameHashCodeAs(allDifferent());
    RuntimeMetrics one = new RuntimeMetrics.Builder().set(POLL_COUNT, 1).build();
    assertThat(one).isNotEqualTo(new RuntimeMetrics.Builder().set(POLL_COUNT, 2).build());
    assertThat(one).hasToString("RuntimeMetrics{pollCount=1}");
  }

  @Test
  void anIntervalSurvivesTheWayThroughAComposite() {
    assertThat(RuntimeIntervals.fromComposite(RuntimeIntervals.toComposite(interval())))
        .isEqualTo(interval());
  }

  @Test
  void anIntervalSurvivesJsonAlsoWithNumbersOfOtherTypes() {
    Map<String, Object> items = new HashMap<>(RuntimeIntervals.toMap(interval()));
    items.put("workerCount", 1);
    items.put("busyRatio", 0);
    items.put("somethingNew", "of a later version");
    items.remove("pollCount");
    RuntimeMetrics read = RuntimeIntervals.fromMap(items).metrics();
    assertThat(read.get(WORKER_COUNT)).isEqualTo(1);
    assertThat(read.fraction(BUSY_RATIO)).isZero();
    assertThat(read.has(POLL_COUNT)).isFalse();
    items.remove("runtime");
    assertThatThrownBy(() -> RuntimeIntervals.fromMap(items))
        .hasMessage("an interval needs \"runtime\", found null");
  }
}
