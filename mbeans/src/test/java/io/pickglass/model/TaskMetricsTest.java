package io.pickglass.model;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.mxbean.TaskIntervals;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {
  /** A different number for each metric and histogram, so that swapped ones show. */
  private static TaskMetrics allDifferent() {
    Map<TaskMetric, Number> values = new EnumMap<>(TaskMetric.class);
    for (TaskMetric metric : TaskMetric.values()) {
      int number = metric.ordinal() + 1;
      values.put(metric, metric.unit() == Unit.RATIO ? number / 100.0 : (Number) (long) number);
    }
    TaskMetrics.Builder builder = new TaskMetrics.Builder();
    values.forEach((metric, value) -> {
      if (metric.unit() == Unit.RATIO) {
        builder.setRatio(metric, value.doubleValue());
      } else {
        builder.set(metric, value.longValue());
      }
    });
    for (Distribution of : Distribution.values()) {
      builder.histogram(of, Histogram.of(of.ordinal(), new long[] {7 - of.ordinal(), 0, 1L << 40}));
    }
    return builder.build();
  }

  @Test
  void packedMetricsAreTheSameWhenTheyAreUnpacked() {
    TaskMetrics.Builder odd = new TaskMetrics.Builder();
    odd.set(POLL_COUNT, Long.MAX_VALUE).set(LIVE_COUNT, Long.MIN_VALUE).set(FAILED_COUNT, -1);
    odd.setRatio(BUSY_RATIO, 0.1).set(IDLE_NANOS, 128).set(ENDED_COUNT, 127);
    odd.histogram(Distribution.IDLE, Histogram.of(Buckets.COUNT - 1, new long[] {1L << 50}));
    for (TaskMetrics metrics :
        List.of(
            TaskMetrics.of(Map.of()),
            TaskMetrics.of(Map.of()).without(Needs.POLLS),
            allDifferent(),
            odd.build())) {
      assertThat(TaskMetrics.unpacked(metrics.packed())).isEqualTo(metrics);
    }
    assertThat(TaskMetrics.of(Map.of()).packed()).hasSizeLessThan(80);
  }

  @Test
  void aBuilderThatIsClearedPacksNothingOfWhatItHadBefore() {
    TaskMetrics.Builder builder = new TaskMetrics.Builder();
    byte[] zero = builder.packed(new byte[0]);
    builder.set(POLL_COUNT, 3).set(MEAN_POLL_NANOS, 4).setRatio(BUSY_RATIO, 0.5);
    builder.histogram(Distribution.POLL, Histogram.of(8, new long[] {3}));
    builder.histogram(Distribution.IDLE, null);
    byte[] some = builder.packed(zero);
    assertThat(TaskMetrics.unpacked(some)).isEqualTo(builder.build());
    assertThat(some).isNotEqualTo(zero);
    assertThat(builder.clear().packed(some)).isEqualTo(zero);
    assertThat(builder.packed(zero)).isSameAs(zero);
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
  void percentilesAreThoseOfTheHistogramAndOfNoneTheyAreAbsent() {
    TaskMetrics.Builder builder = new TaskMetrics.Builder();
    builder.histogram(Distribution.SCHEDULED, Histogram.of(2, new long[] {50, 40, 9, 1}));
    builder.histogram(Distribution.IDLE, null);
    TaskMetrics metrics = builder.build();
    assertThat(metrics.get(P50_SCHEDULED_NANOS)).isEqualTo(2);
    assertThat(metrics.get(P90_SCHEDULED_NANOS)).isEqualTo(3);
    assertThat(metrics.get(P99_SCHEDULED_NANOS)).isEqualTo(4);
    assertThat(metrics.get(P999_SCHEDULED_NANOS)).isEqualTo(5);
    assertThat(metrics.get(P50_POLL_NANOS)).isZero();
    assertThat(metrics.has(P50_IDLE_NANOS)).isFalse();
    assertThat(metrics.histogram(Distribution.IDLE)).isEmpty();
  }

  @Test
  void histogramsAreArraysInCompositesAndListsInJson() {
    TaskInterval interval = new TaskInterval("m", 1, Instant.EPOCH, 1, allDifferent());
    Map<String, Object> items = new HashMap<>(TaskIntervals.toMap(interval));
    assertThat(items.get("pollHistogram")).isEqualTo(new long[] {0, 7, 0, 1L << 40});
    assertThat(items.get("scheduledHistogram")).isEqualTo(new long[] {1, 6, 0, 1L << 40});
    assertThat(items.get("firstPollDelayHistogram")).isEqualTo(new long[] {2, 5, 0, 1L << 40});
    assertThat(items.get("idleHistogram")).isEqualTo(new long[] {3, 4, 0, 1L << 40});
    items.put("pollHistogram", List.of(0, 7, 0L, 1L << 40));
    assertThat(TaskIntervals.fromMap(items)).isEqualTo(interval);
    for (Object none : List.of(List.of(-1, 2), List.of("x"), "x", 3)) {
      items.put("pollHistogram", none);
      TaskMetrics metrics = TaskIntervals.fromMap(items).metrics();
      assertThat(metrics.histogram(Distribution.POLL)).as(none.toString()).isEmpty();
      assertThat(metrics.histogram(Distribution.IDLE)).isPresent();
    }
  }

  @Test
  void whereHistogramsCannotBeKnownTheyAreAbsentOnTheWire() {
    TaskMetrics unseen = allDifferent().without(Needs.POLLS);
    TaskInterval interval = new TaskInterval("m", 1, Instant.EPOCH, 1, unseen);
    assertThat(TaskIntervals.toMap(interval)).containsEntry("pollHistogram", null);
    assertThat(TaskIntervals.fromComposite(TaskIntervals.toComposite(interval)))
        .isEqualTo(interval);
    assertThat(unseen.histogram(Distribution.IDLE)).isEmpty();
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
      assertThat(seen.has(metric)).isEqualTo(metric.needs() != Needs.POLLS);
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

  @Test
  void noPercentileIsAboveTheMaximum() {
    long[] counts = new long[Buckets.COUNT];
    counts[Buckets.indexOf(1_000)] = 2;
    counts[Buckets.indexOf(66_000)] = 1;
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    metrics.histogram(Distribution.POLL, Histogram.of(0, counts)).set(MAX_POLL_NANOS, 66_000);
    TaskMetrics built = metrics.build();
    assertThat(Buckets.middle(Buckets.indexOf(66_000))).isGreaterThan(66_000);
    assertThat(built.get(P999_POLL_NANOS)).isEqualTo(66_000);
    assertThat(built.get(P50_POLL_NANOS)).isEqualTo(Buckets.middle(Buckets.indexOf(1_000)));
  }
}
