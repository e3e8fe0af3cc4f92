package io.pickglass.repl.recording;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.mxbean.TaskIntervals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A monitor's interval of which what follows from the rest is computed again. */
final class Computed {
  private Computed() {}

  /** As {@link TaskIntervals#fromMap}, but a metric that is null is computed instead of absent. */
  static TaskInterval fromMap(Map<String, ? extends @Nullable Object> items) {
    Map<String, @Nullable Object> told = new HashMap<>(items);
    TaskInterval interval = TaskIntervals.fromMap(told);
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    for (TaskMetric metric : TaskMetric.values()) {
      boolean computed = metric.formula().isPresent() && items.get(metric.metricName()) == null;
      if (!computed && metric.unit() == Unit.RATIO) {
        metrics.setRatio(metric, interval.metrics().ratio(metric));
      } else if (!computed) {
        metrics.set(metric, interval.metrics().get(metric));
      }
    }
    for (Distribution of : Distribution.values()) {
      metrics.histogram(of, interval.metrics().histogram(of).orElse(null));
    }
    return new TaskInterval(
        interval.monitor(),
        interval.sequence(),
        interval.start(),
        interval.elapsedNanos(),
        metrics.build());
  }
}
