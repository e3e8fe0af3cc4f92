package io.pickglass.repl.series;

import static io.pickglass.catalog.RuntimeMetric.BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.BUSY_RATIO;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_MEAN_POLL_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.PARK_COUNT;
import static io.pickglass.catalog.RuntimeMetric.POLL_COUNT;
import static io.pickglass.catalog.RuntimeMetric.POOL_SIZE;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Adds intervals of one runtime up. Each busy share has the weight of the time of all workers;
 * histograms are added, and percentiles are those of the sum.
 *
 * <p>Which worker did most differs from interval to interval, so the greatest and least of the sum
 * cannot be known, and are absent.
 */
final class RuntimeSpans {
  private static final Set<RuntimeMetric> OF_ONE_WORKER =
      EnumSet.of(
          MAX_WORKER_POLL_COUNT,
          MIN_WORKER_POLL_COUNT,
          MAX_WORKER_BUSY_NANOS,
          MIN_WORKER_BUSY_NANOS,
          MAX_WORKER_MEAN_POLL_NANOS,
          MIN_WORKER_MEAN_POLL_NANOS,
          MAX_WORKER_PARK_COUNT,
          MIN_WORKER_PARK_COUNT);

  private RuntimeSpans() {}

  static RuntimeInterval merge(List<RuntimeInterval> intervals) {
    RuntimeMetrics.Builder metrics = new RuntimeMetrics.Builder();
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      boolean follows = metric.percentile().isPresent() || OF_ONE_WORKER.contains(metric);
      if (Spans.isKnown(metric, intervals) && !follows) {
        merge(metric, intervals, metrics);
      }
    }
    for (RuntimeDistribution of : RuntimeDistribution.values()) {
      metrics.histogram(
          of, Spans.histogram(intervals, interval -> interval.metrics().histogram(of)));
    }
    RuntimeInterval first = intervals.getFirst();
    return new RuntimeInterval(
        first.runtime(),
        intervals.getLast().sequence(),
        first.start(),
        Spans.elapsedNanos(intervals),
        metrics.build());
  }

  private static void merge(
      RuntimeMetric metric, List<RuntimeInterval> intervals, RuntimeMetrics.Builder metrics) {
    switch (metric) {
      case BUSY_RATIO ->
          metrics.setFraction(
              metric, Spans.share(BUSY_RATIO, intervals, RuntimeSpans::timeOfWorkers));
      case MEAN_POLL_NANOS -> {
        long polls = Spans.sum(POLL_COUNT, intervals);
        metrics.set(metric, polls == 0 ? 0 : Spans.sum(BUSY_NANOS, intervals) / polls);
      }
      // At least so many in each are at least their sum in all.
      case NOOP_COUNT_AT_LEAST -> metrics.set(metric, Spans.sum(metric, intervals));
      case POLLS_PER_PARK -> {
        long parks =
            Spans.sum(PARK_COUNT, intervals)
                - Spans.sum(RuntimeMetric.NOOP_COUNT_AT_LEAST, intervals);
        double polls = Spans.sum(POLL_COUNT, intervals);
        metrics.setFraction(metric, parks == 0 ? 0 : polls / parks);
      }
      default -> metrics.set(metric, Spans.merged(metric, intervals));
    }
  }

  private static double timeOfWorkers(RuntimeInterval interval) {
    RuntimeMetrics metrics = interval.metrics();
    long workers = Math.max(metrics.get(WORKER_COUNT), metrics.get(POOL_SIZE));
    return (double) interval.elapsedNanos() * workers;
  }
}
