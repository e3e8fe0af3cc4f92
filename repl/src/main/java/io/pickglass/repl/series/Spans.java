package io.pickglass.repl.series;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.List;

/**
 * Adds intervals of one monitor up to a longer one.
 *
 * <p>Counters are added, maxima are the greatest, gauges are those of the last interval, means and
 * ratios are computed anew from the sums. What is absent in one interval is absent in the sum.
 *
 * <p>The three shares of lived time ({@code busyRatio}, {@code scheduledRatio}, {@code idleRatio})
 * are averaged with the lived time of each interval as its weight. The wire does not carry that
 * time; it is taken as what was booked in the interval (first-poll delays, polls, waits, idle
 * periods), but not less than the tasks that lived all through it make, nor more than all its tasks
 * could make. The three have the same weights, so they still add up to 1.
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
      } else if (metric.kind() != Kind.DERIVED) {
        metrics.set(metric, merged(metric, intervals));
      }
    }
    long elapsed = intervals.stream().mapToLong(TaskInterval::elapsedNanos).sum();
    return new TaskInterval(
        first.monitor(), last.sequence(), first.start(), elapsed, metrics.build());
  }

  private static long merged(TaskMetric metric, List<TaskInterval> intervals) {
    return switch (metric.kind()) {
      case COUNTER -> intervals.stream().mapToLong(i -> i.metrics().get(metric)).sum();
      case MAXIMUM -> intervals.stream().mapToLong(i -> i.metrics().get(metric)).max().orElse(0);
      case GAUGE, DERIVED -> intervals.getLast().metrics().get(metric);
    };
  }

  private static double share(TaskMetric metric, List<TaskInterval> intervals) {
    double sum = 0;
    double weights = 0;
    for (TaskInterval interval : intervals) {
      double weight = livedNanos(interval);
      sum += weight * interval.metrics().ratio(metric);
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static double livedNanos(TaskInterval interval) {
    TaskMetrics metrics = interval.metrics();
    if (SHARES.stream().allMatch(share -> metrics.ratio(share) == 0)) {
      return 0; // no task lived: there is nothing to share
    }
    double booked =
        (double) metrics.get(TaskMetric.FIRST_POLL_DELAY_NANOS)
            + metrics.get(TaskMetric.POLL_NANOS)
            + metrics.get(TaskMetric.SCHEDULED_NANOS)
            + metrics.get(TaskMetric.IDLE_NANOS);
    double elapsed = interval.elapsedNanos();
    long live = metrics.get(TaskMetric.LIVE_COUNT);
    long throughout = Math.max(0, live - metrics.get(TaskMetric.INSTRUMENTED_COUNT));
    long atAll = live + metrics.get(TaskMetric.ENDED_COUNT);
    double least = elapsed * throughout;
    return Math.clamp(booked, least, Math.max(least, elapsed * atAll));
  }
}
