package io.pickglass.monitor;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.ManualClock;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotHistogramTest {
  private final TaskTotals totals =
      new TaskTotals("test", new ManualClock(), new Epoch(), () -> true);

  private static Histogram histogram(TaskMetrics metrics, Distribution of) {
    return metrics.histogram(of).orElseThrow();
  }

  private static Histogram times(int count, long nanos) {
    return Histogram.of(Buckets.indexOf(nanos), new long[] {count});
  }

  private void poll(long nanos) {
    totals.pollEnded(null, 0, nanos, false);
  }

  @Test
  void eachEventIsInItsOwnHistogram() {
    totals.firstPollStarted(null, 0, 1_000);
    totals.pollStarted(null, 0, 20_000, false);
    poll(300_000);
    totals.woken(null, 0, 4_000_000);
    TaskMetrics metrics = totals.cumulative();
    assertThat(histogram(metrics, Distribution.FIRST_POLL_DELAY)).isEqualTo(times(1, 1_000));
    assertThat(histogram(metrics, Distribution.SCHEDULED)).isEqualTo(times(1, 20_000));
    assertThat(histogram(metrics, Distribution.POLL)).isEqualTo(times(1, 300_000));
    assertThat(histogram(metrics, Distribution.IDLE)).isEqualTo(times(1, 4_000_000));
  }

  @Test
  void anIntervalHasThePercentilesOfItsOwnValues() {
    for (int i = 1; i <= 1_000; i++) {
      poll(i);
    }
    Snapshot first = totals.snapshot();
    for (int i = 0; i < 98; i++) {
      poll(6);
    }
    poll(2_000_000);
    poll(60_000_000_000L);
    TaskMetrics interval = totals.snapshot().since(first);
    Map<TaskMetric, Long> expected =
        Map.of(
            P50_POLL_NANOS, 6L,
            P90_POLL_NANOS, 6L,
            P99_POLL_NANOS, Buckets.middle(Buckets.indexOf(2_000_000)),
            P999_POLL_NANOS, Buckets.middle(Buckets.indexOf(60_000_000_000L)),
            P50_IDLE_NANOS, 0L);
    expected.forEach((metric, value) ->
        assertThat(interval.get(metric)).as(metric.metricName()).isEqualTo(value));
    assertThat(interval.has(MAX_POLL_NANOS)).isFalse();
    TaskMetrics all = totals.cumulative();
    assertThat(all.get(P50_POLL_NANOS)).isBetween(420L, 480L);
    assertThat(histogram(all, Distribution.POLL).count()).isEqualTo(all.get(POLL_COUNT));
  }

  @Test
  void whereNothingHappenedPercentilesAreZeroAndWherePollsAreNotSeenTheyAreAbsent() {
    assertThat(totals.cumulative().get(P999_IDLE_NANOS)).isZero();
    TaskTotals blind = new TaskTotals("test", new ManualClock(), new Epoch(), () -> false);
    TaskMetrics metrics = blind.cumulative();
    assertThat(metrics.has(P50_POLL_NANOS)).isFalse();
    assertThat(metrics.histogram(Distribution.POLL)).isEmpty();
  }

  @Test
  void readersBesideWritersFindEachPollInCountSumAndHistogramAlike() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Throwable> errors = new ArrayList<>();
    List<Thread> writers = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      writers.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 200_000; i++) {
                  // More octaves as time goes on, so that there is growth all the while.
                  poll(random.nextLong() >>> (64 - 1 - (i * 57L) / 200_000));
                }
              }));
    }
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (Snapshot last = totals.snapshot(); !over.get(); ) {
                  Snapshot now = totals.snapshot();
                  TaskMetrics interval = now.since(last);
                  assertThat(histogram(interval, Distribution.POLL).count())
                      .isEqualTo(interval.get(POLL_COUNT));
                  last = now;
                }
              } catch (Throwable e) {
                errors.add(e);
              }
            });
    for (Thread writer : writers) {
      writer.join();
    }
    over.set(true);
    reader.join();
    assertThat(errors).isEmpty();
    assertThat(histogram(totals.cumulative(), Distribution.POLL).count()).isEqualTo(600_000);
  }
}
