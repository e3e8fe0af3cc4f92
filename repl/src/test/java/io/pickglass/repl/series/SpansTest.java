package io.pickglass.repl.series;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.withPolls;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static TaskInterval merge(List<TaskInterval> intervals) {
    return (TaskInterval) Spans.merge(intervals);
  }

  @Test
  void aSpanOfOneIsTheIntervalItself() {
    TaskInterval one = interval("a", 7, POLL_COUNT, 3, BUSY_RATIO, 0.5);
    assertThat(Spans.merge(List.of(one))).isEqualTo(one);
  }

  @Test
  void countersAreAddedMaximaAreTheGreatestAndGaugesAreTheLast() {
    TaskInterval sum =
        merge(
            List.of(
                interval(
                    "a", 4, POLL_COUNT, 10, POLL_NANOS, 500, MAX_POLL_NANOS, 90, LIVE_COUNT, 8),
                interval("a", 5, POLL_COUNT, 0, POLL_NANOS, 0, MAX_POLL_NANOS, 0, LIVE_COUNT, 9),
                interval(
                    "a", 6, POLL_COUNT, 4, POLL_NANOS, 60, MAX_POLL_NANOS, 40, LIVE_COUNT, 2)));
    assertThat(sum.metrics().get(POLL_COUNT)).isEqualTo(14);
    assertThat(sum.metrics().get(POLL_NANOS)).isEqualTo(560);
    assertThat(sum.metrics().get(MAX_POLL_NANOS)).isEqualTo(90);
    assertThat(sum.metrics().get(LIVE_COUNT)).isEqualTo(2);
  }

  @Test
  void itStartsWithTheFirstAndHasTheNumberOfTheLast() {
    TaskInterval first = interval("a", 4);
    TaskInterval sum = merge(List.of(first, interval("a", 5), interval("a", 6)));
    assertThat(sum.start()).isEqualTo(first.start());
    assertThat(sum.sequence()).isEqualTo(6);
    assertThat(sum.elapsedNanos()).isEqualTo(3_000_000_000L);
  }

  @Test
  void meansAndRatiosAreThoseOfTheSumsAndNotOfTheirMeans() {
    TaskInterval sum =
        merge(
            List.of(
                interval("a", 1, POLL_COUNT, 1, POLL_NANOS, 1000, SLOW_POLL_COUNT, 1),
                interval("a", 2, POLL_COUNT, 99, POLL_NANOS, 1000, SLOW_POLL_COUNT, 0)));
    assertThat(sum.metrics().get(MEAN_POLL_NANOS)).isEqualTo(20);
    assertThat(sum.metrics().ratio(SLOW_POLL_RATIO)).isEqualTo(0.01);
  }

  @Test
  void percentilesAreThoseOfAllValuesTogether() {
    long[] short98 = new long[98];
    Arrays.fill(short98, 5);
    TaskInterval many = withPolls("a", 1, short98);
    TaskInterval few = withPolls("a", 2, 1_000, 9_000);
    TaskInterval sum = merge(List.of(many, few));
    assertThat(sum.metrics().get(P50_POLL_NANOS)).isEqualTo(5);
    assertThat(sum.metrics().get(P90_POLL_NANOS)).isEqualTo(5);
    assertThat(sum.metrics().get(P99_POLL_NANOS)).isEqualTo(few.metrics().get(P50_POLL_NANOS));
    assertThat(sum.metrics().get(P999_POLL_NANOS)).isEqualTo(few.metrics().get(P99_POLL_NANOS));
    assertThat(sum.metrics().histogram(Distribution.POLL).orElseThrow().count()).isEqualTo(100);
  }

  @Test
  void aHistogramThatAnOlderTargetDoesNotTellIsAbsentInTheSum() {
    TaskMetrics.Builder older = new TaskMetrics.Builder().absent(P99_POLL_NANOS);
    TaskInterval without = interval("a", 1, older.histogram(Distribution.POLL, null).build());
    TaskMetrics sum = merge(List.of(without, withPolls("a", 2, 7))).metrics();
    assertThat(sum.histogram(Distribution.POLL)).isEmpty();
    assertThat(sum.histogram(Distribution.IDLE)).contains(Histogram.EMPTY);
    assertThat(sum.has(P99_POLL_NANOS)).isFalse();
  }

  @Test
  void sharesAreWeightedByTheTimeThatTasksLived() {
    TaskInterval busy = interval("a", 1, LIVED_NANOS, 100, BUSY_RATIO, 1.0, IDLE_RATIO, 0.0);
    TaskInterval idle = interval("a", 2, LIVED_NANOS, 300, BUSY_RATIO, 0.0, IDLE_RATIO, 1.0);
    TaskInterval sum = merge(List.of(busy, idle));
    assertThat(sum.metrics().get(LIVED_NANOS)).isEqualTo(400);
    assertThat(sum.metrics().ratio(BUSY_RATIO)).isEqualTo(0.25);
    assertThat(sum.metrics().ratio(IDLE_RATIO)).isEqualTo(0.75);
  }

  @Test
  void anIntervalWithoutTasksHasNoWeight() {
    TaskInterval empty = interval("a", 1);
    TaskInterval busy = interval("a", 2, LIVED_NANOS, 100, BUSY_RATIO, 1.0);
    assertThat(merge(List.of(empty, busy)).metrics().ratio(BUSY_RATIO)).isEqualTo(1.0);
    assertThat(merge(List.of(empty, empty)).metrics().ratio(BUSY_RATIO)).isEqualTo(0.0);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    TaskInterval sum = merge(List.of(withoutPolls("a", 1, 3), withoutPolls("a", 2, 4)));
    assertThat(sum.metrics().get(LIVE_COUNT)).isEqualTo(4);
    for (TaskMetric metric : List.of(POLL_COUNT, MEAN_POLL_NANOS, SLOW_POLL_RATIO, BUSY_RATIO)) {
      assertThat(sum.metrics().has(metric)).as(metric.metricName()).isFalse();
    }
  }
}
