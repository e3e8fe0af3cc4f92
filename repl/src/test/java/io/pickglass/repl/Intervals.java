package io.pickglass.repl;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Intervals for tests: one second each, a second apart by their sequence numbers. */
public final class Intervals {
  public static final Instant EPOCH = Instant.parse("2026-01-02T03:04:05Z");

  private Intervals() {}

  public static TaskInterval interval(String monitor, long sequence, Object... metrics) {
    Map<TaskMetric, Number> values = new HashMap<>();
    for (int i = 0; i < metrics.length; i += 2) {
      values.put((TaskMetric) metrics[i], (Number) metrics[i + 1]);
    }
    return interval(monitor, sequence, TaskMetrics.of(values));
  }

  public static TaskInterval interval(String monitor, long sequence, TaskMetrics metrics) {
    Instant start = EPOCH.plusSeconds(sequence);
    return new TaskInterval(monitor, sequence, start, 1_000_000_000, metrics);
  }

  /** Of a runtime; what is not given is absent. */
  public static RuntimeInterval runtime(String name, long sequence, Object... metrics) {
    RuntimeMetrics.Builder values = new RuntimeMetrics.Builder();
    for (int i = 0; i < metrics.length; i += 2) {
      RuntimeMetric metric = (RuntimeMetric) metrics[i];
      Number value = (Number) metrics[i + 1];
      if (metric.unit().isFraction()) {
        values.setFraction(metric, value.doubleValue());
      } else {
        values.set(metric, value.longValue());
      }
    }
    Instant start = EPOCH.plusSeconds(sequence);
    return new RuntimeInterval(name, sequence, start, 1_000_000_000, values.build());
  }

  /** As in tracking mode TASK: nothing is known of polls. */
  public static TaskInterval withoutPolls(String monitor, long sequence, long live) {
    TaskMetrics metrics = TaskMetrics.of(Map.of(TaskMetric.LIVE_COUNT, live));
    return interval(monitor, sequence, metrics.without(Needs.POLLS).without(Needs.FLIGHT_RECORDER));
  }

  /** With polls of these durations, of which only the histogram and the percentiles tell. */
  public static TaskInterval withPolls(String monitor, long sequence, long... nanos) {
    long[] counts = new long[Buckets.COUNT];
    for (long poll : nanos) {
      counts[Buckets.indexOf(poll)]++;
    }
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    metrics.histogram(Distribution.POLL, Histogram.of(0, counts));
    return interval(monitor, sequence, metrics.build());
  }
}
