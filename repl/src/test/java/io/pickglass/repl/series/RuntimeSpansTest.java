package io.pickglass.repl.series;

import static io.pickglass.catalog.RuntimeDistribution.SCHEDULING_DELAY;
import static io.pickglass.catalog.RuntimeMetric.*;
import static io.pickglass.repl.Intervals.runtime;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Histogram;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.repl.Intervals;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeSpansTest {
  @Test
  void aSumHasTheSumsTheGreatestTheLastAndWhatFollowsFromThem() {
    RuntimeInterval one =
        runtime(
            "a",
            7,
            WORKER_COUNT,
            2,
            POOL_SIZE,
            2,
            QUEUE_DEPTH,
            90,
            STARVATION_NANOS,
            50,
            POLL_COUNT,
            10,
            BUSY_NANOS,
            1_000,
            BUSY_RATIO,
            1.0,
            MEAN_POLL_NANOS,
            100,
            PARK_COUNT,
            4,
            NOOP_COUNT_AT_LEAST,
            1,
            POLLS_PER_PARK,
            3.33);
    RuntimeInterval two =
        runtime(
            "a",
            8,
            WORKER_COUNT,
            2,
            POOL_SIZE,
            6,
            QUEUE_DEPTH,
            3,
            STARVATION_NANOS,
            20,
            POLL_COUNT,
            30,
            BUSY_NANOS,
            200,
            BUSY_RATIO,
            0.2,
            MEAN_POLL_NANOS,
            6,
            PARK_COUNT,
            20,
            NOOP_COUNT_AT_LEAST,
            3,
            POLLS_PER_PARK,
            1.76);
    assertThat(Spans.merge(List.of(one, two)))
        .isEqualTo(
            new RuntimeInterval(
                "a",
                8,
                one.start(),
                2_000_000_000L,
                runtime(
                        "a",
                        8,
                        WORKER_COUNT,
                        2,
                        POOL_SIZE,
                        6,
                        QUEUE_DEPTH,
                        3,
                        STARVATION_NANOS,
                        50,
                        POLL_COUNT,
                        40,
                        BUSY_NANOS,
                        1_200,
                        BUSY_RATIO,
                        0.4,
                        MEAN_POLL_NANOS,
                        30,
                        PARK_COUNT,
                        24,
                        NOOP_COUNT_AT_LEAST,
                        4,
                        POLLS_PER_PARK,
                        2.0)
                    .metrics()));
  }

  @Test
  void whichWorkerDidMostInAllIsNotKnown() {
    RuntimeInterval one =
        runtime("a", 1, MAX_WORKER_POLL_COUNT, 5, MIN_WORKER_BUSY_NANOS, 3, STEAL_COUNT, 1);
    assertThat(Spans.merge(List.of(one))).isEqualTo(one);
    assertThat(Spans.merge(List.of(one, one)).metrics())
        .isEqualTo(runtime("a", 1, STEAL_COUNT, 2).metrics());
  }

  @Test
  void whatIsAbsentOnceIsAbsentInTheSumAndNothingIsDividedByNothing() {
    RuntimeInterval probed = runtime("a", 1, STARVATION_NANOS, 5, POLL_COUNT, 0, BUSY_NANOS, 0);
    RuntimeInterval idle =
        runtime(
            "a",
            2,
            POLL_COUNT,
            0,
            BUSY_NANOS,
            0,
            MEAN_POLL_NANOS,
            0,
            PARK_COUNT,
            0,
            NOOP_COUNT_AT_LEAST,
            0,
            POLLS_PER_PARK,
            0.0,
            WORKER_COUNT,
            0,
            POOL_SIZE,
            0,
            BUSY_RATIO,
            0.0);
    assertThat(Spans.merge(List.of(probed, idle)).metrics())
        .isEqualTo(runtime("a", 2, POLL_COUNT, 0, BUSY_NANOS, 0).metrics());
    assertThat(Spans.merge(List.of(idle, idle)).metrics()).isEqualTo(idle.metrics());
  }

  private static RuntimeInterval withDelays(long sequence, Histogram delays) {
    return new RuntimeInterval(
        "a",
        sequence,
        Intervals.EPOCH,
        5,
        new RuntimeMetrics.Builder().histogram(SCHEDULING_DELAY, delays).build());
  }

  @Test
  void histogramsAddUpAndPercentilesAreThoseOfTheSum() {
    RuntimeInterval one = withDelays(7, Histogram.of(3, new long[] {1}));
    RuntimeInterval two = withDelays(8, Histogram.of(3, new long[] {1, 0, 4}));
    RuntimeMetrics sum = ((RuntimeInterval) Spans.merge(List.of(one, two))).metrics();
    assertThat(sum)
        .isEqualTo(
            new RuntimeMetrics.Builder()
                .histogram(SCHEDULING_DELAY, Histogram.of(3, new long[] {2, 0, 4}))
                .build());
    assertThat(sum.get(P50_SCHEDULING_DELAY_NANOS)).isEqualTo(5);
    assertThat(sum.has(P50_POLL_NANOS)).isFalse();
  }
}
