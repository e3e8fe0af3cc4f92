package io.pickglass.repl.series;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.List;

/**
 * Adds intervals of one monitor up. Histograms are added, and percentiles are those of the sum.
 *
 * <p>Lived time is added as counters are, and is the weight with which the three shares of it are
 * averaged.
 */
final class TaskSpans {
  private static final List<TaskMetric> SHARES =
      List.of(TaskMetric.BUSY_RATIO, TaskMetric.SCHEDULED_RATIO, TaskMetric.IDLE_RATIO);

  private TaskSpans() {}

  static TaskInterval merge(List<TaskInterval> intervals) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    for (TaskMetric metric : TaskMetric.values()) {
      if (!Spans.isKnown(metric, intervals)) {
        metrics.absent(metric);
      } else if (SHARES.contains(metric)) {
        metrics.setRatio(metric, Spans.share(metric, intervals, TaskSpans::livedNanos));
      } else if (metric.addsUp() || metric.kind() != Kind.DERIVED) {
        metrics.set(metric, Spans.merged(metric, intervals));
      }
    }
    for (Distribution of : Distribution.values()) {
      metrics.histogram(
          of, Spans.histogram(intervals, interval -> interval.metrics().histogram(of)));
    }
    TaskInterval first = intervals.getFirst();
    return new TaskInterval(
        first.monitor(),
        intervals.getLast().sequence(),
        first.start(),
        Spans.elapsedNanos(intervals),
        metrics.build());
  }

  private static double livedNanos(TaskInterval interval) {
    return interval.metrics().get(TaskMetric.LIVED_NANOS);
  }
}
