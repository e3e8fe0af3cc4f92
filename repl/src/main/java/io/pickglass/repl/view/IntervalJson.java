package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Difference;
import io.pickglass.repl.series.Rates;
import io.pickglass.repl.series.Switches;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Intervals and differences as maps for JSON; what is absent is left out. */
public final class IntervalJson {
  /** Whether new tasks of the monitor are watched. */
  public static final String ENABLED = "enabled";

  private IntervalJson() {}

  /** All metrics of the interval. */
  public static Map<String, Object> of(TaskInterval interval) {
    return of(interval, List.of(TaskMetric.values()), false);
  }

  /** All metrics of the interval, and whether its monitor watches new tasks. */
  public static Map<String, Object> of(TaskInterval interval, Switches switches) {
    Map<String, Object> json = of(interval);
    json.put(ENABLED, switches.watches(interval.monitor()));
    return json;
  }

  /** Some metrics of the interval, counters per second if asked for. */
  public static Map<String, Object> of(
      TaskInterval interval, Collection<TaskMetric> metrics, boolean perSecond) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(TaskIntervals.MONITOR, interval.monitor());
    json.put(TaskIntervals.SEQUENCE, interval.sequence());
    json.put(TaskIntervals.START, interval.start().toString());
    json.put(TaskIntervals.ELAPSED, interval.elapsedNanos());
    Map<TaskMetric, Number> values =
        perSecond ? Rates.perSecond(interval) : interval.metrics().asMap();
    for (TaskMetric metric : metrics) {
      Number value = values.get(metric);
      if (value != null && interval.metrics().has(metric)) {
        json.put(metric.metricName(), value);
      }
    }
    return json;
  }

  /** Both intervals and what changed. */
  public static Map<String, Object> diff(TaskInterval a, TaskInterval b, boolean perSecond) {
    List<TaskMetric> all = List.of(TaskMetric.values());
    Map<String, Object> changes = new LinkedHashMap<>();
    Difference.between(a, b, perSecond)
        .forEach(d -> changes.put(d.metric().metricName(), d.change()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(TaskIntervals.MONITOR, a.monitor());
    json.put("a", of(a, all, perSecond));
    json.put("b", of(b, all, perSecond));
    json.put("difference", changes);
    return json;
  }
}
