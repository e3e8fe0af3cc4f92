package io.pickglass.repl.series;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds intervals of one monitor up to a longer one.
 *
 * <p>Counters and histograms are added, maxima are the greatest, gauges are those of the last
 * interval, means, ratios and percentiles are computed anew from the sums. What is absent in one
 * interval is absent in the sum.
 *
 * <p>Lived time is added as counters are, and is the weight with which the three shares of it are
 * averaged.
 */
public final class Spans {
  private static final List<TaskMetric> SHARES =
      List.of(TaskMetric.BUSY_RATIO, TaskMetric.SCHEDULED_RATIO, TaskMetric.IDLE_RATIO);

  private Spans() {}

  /**
   * The intervals as one: it starts with the first and has the sequence number of the last.
   *
   * @param intervals of one monitor, oldest first, at least one
   */
  public static TaskInterval merge(List<TaskInterval> intervals) {
    TaskInterval first = intervals.getFirst();
    TaskInterval last = intervals.getLast();
    if (intervals.size() == 1) {
      return first;
    }
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    for (TaskMetric metric : TaskMetric.values()) {
      if (!intervals.stream().allMatch(i -> i.metrics().has(metric))) {
        metrics.absent(metric);
      } else if (SHARES.contains(metric)) {
        metrics.setRatio(metric, share(metric, intervals));
      } else if (metric.addsUp()) {
        metrics.set(metric, sum(metric, intervals));
      } else if (metric.kind() != Kind.DERIVED) {
        metrics.set(metric, merged(metric, intervals));
      }
    }
    for (Distribution of : Distribution.values()) {
      metrics.histogram(of, sum(of, intervals));
    }
    long elapsed = intervals.stream().mapToLong(TaskInterval::elapsedNanos).sum();
    return new TaskInterval(
        first.monitor(), last.sequence(), first.start(), elapsed, metrics.build());
  }

  private static long merged(TaskMetric metric, List<TaskInterval> intervals) {
    return switch (metric.kind()) {
      case MAXIMUM -> intervals.stream().mapToLong(i -> i.metrics().get(metric)).max().orElse(0);
      case COUNTER, GAUGE, DERIVED -> intervals.getLast().metrics().get(metric);
    };
  }

  private static long sum(TaskMetric metric, List<TaskInterval> intervals) {
    return intervals.stream().mapToLong(i -> i.metrics().get(metric)).sum();
  }

  private static @Nullable Histogram sum(Distribution of, List<TaskInterval> intervals) {
    Histogram sum = Histogram.EMPTY;
    for (TaskInterval interval : intervals) {
      Optional<Histogram> part = interval.metrics().histogram(of);
      if (part.isEmpty()) {
        return null;
      }
      sum = sum.plus(part.get());
    }
    return sum;
  }

  private static double share(TaskMetric metric, List<TaskInterval> intervals) {
    double part = 0;
    double lived = 0;
    for (TaskInterval interval : intervals) {
      double weight = interval.metrics().get(TaskMetric.LIVED_NANOS);
      part += weight * interval.metrics().ratio(metric);
      lived += weight;
    }
    return lived == 0 ? 0 : part / lived;
  }
}
