package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.Metrics;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of any interval by any metric. */
public final class Numbers {
  private Numbers() {}

  /** The value; -1 where it is absent, or in another table. */
  public static Number of(Interval<?> interval, Metric metric) {
    return switch (interval) {
      case TaskInterval tasks when metric instanceof TaskMetric m -> tasks.metrics().number(m);
      case RuntimeInterval runtime when metric instanceof RuntimeMetric m ->
          runtime.metrics().number(m);
      default -> Metrics.ABSENT;
    };
  }

  /** Whether it could be known. */
  public static boolean has(Interval<?> interval, Metric metric) {
    return of(interval, metric).doubleValue() != Metrics.ABSENT;
  }

  /** All values, in the order of the catalog. */
  public static Map<Metric, Number> all(Interval<?> interval) {
    return new LinkedHashMap<>(interval.metrics().asMap());
  }
}
