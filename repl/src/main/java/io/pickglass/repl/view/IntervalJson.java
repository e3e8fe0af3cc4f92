package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Difference;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Rates;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Intervals and differences as maps for JSON; what is absent is left out. */
public final class IntervalJson {
  /** Whether new tasks of the monitor are watched. */
  public static final String ENABLED = "enabled";

  /** Of what kind the runtime is. */
  public static final String KIND = "kind";

  /** Of which time the numbers are: {@link #CUMULATIVE} or {@link #INTERVAL}. */
  public static final String SCOPE = "scope";

  /** Since the start. */
  public static final String CUMULATIVE = "cumulative";

  /** Of one interval, or of several added up. */
  public static final String INTERVAL = "interval";

  private IntervalJson() {}

  /** All metrics of the interval. */
  public static Map<String, Object> of(Interval<?> interval) {
    return of(interval, Subject.of(interval).metrics(), false);
  }

  /** All metrics of the interval; of a monitor its switch, of a runtime its kind. */
  public static Map<String, Object> of(Interval<?> interval, Switches switches, Kinds kinds) {
    Map<String, Object> json = of(interval, Subject.of(interval).metrics(), false, switches);
    if (Subject.of(interval) == Subject.RUNTIME && !kinds.of(interval.name()).isEmpty()) {
      json.put(KIND, kinds.of(interval.name()));
    }
    return json;
  }

  /** The same with some metrics only, counters per second if asked for. */
  public static Map<String, Object> of(
      Interval<?> interval, List<Metric> metrics, boolean perSecond, Switches switches) {
    Map<String, Object> json = of(interval, metrics, perSecond);
    if (Subject.of(interval) == Subject.MONITOR) {
      json.put(ENABLED, switches.watches(interval.name()));
    }
    return json;
  }

  private static Map<String, Object> of(
      Interval<?> interval, List<Metric> metrics, boolean perSecond) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(Subject.of(interval).word(), interval.name());
    json.put(TaskIntervals.SEQUENCE, interval.sequence());
    json.put(TaskIntervals.START, interval.start().toString());
    json.put(TaskIntervals.ELAPSED, interval.elapsedNanos());
    Map<Metric, Number> values = perSecond ? Rates.perSecond(interval) : Numbers.all(interval);
    for (Metric metric : metrics) {
      Number value = values.get(metric);
      if (value != null && Numbers.has(interval, metric)) {
        json.put(metric.metricName(), value);
      }
    }
    return json;
  }

  /** Both intervals and what changed. */
  public static Map<String, Object> diff(
      Interval<?> a, Interval<?> b, boolean perSecond, Function<Metric, Judgement> judge) {
    List<Metric> all = Subject.of(a).metrics();
    Map<String, Object> changes = new LinkedHashMap<>();
    Map<String, Object> relative = new LinkedHashMap<>();
    Map<String, Object> verdicts = new LinkedHashMap<>();
    for (Difference d : Difference.between(a, b, perSecond)) {
      String name = d.metric().metricName();
      changes.put(name, d.change());
      d.relative().ifPresent(share -> relative.put(name, share));
      String verdict = judge.apply(d.metric()).word();
      if (!verdict.isEmpty()) {
        verdicts.put(name, verdict);
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(Subject.of(a).word(), a.name());
    json.put("a", of(a, all, perSecond));
    json.put("b", of(b, all, perSecond));
    json.put("difference", changes);
    json.put("relative", relative);
    json.put("verdict", verdicts);
    return json;
  }
}
