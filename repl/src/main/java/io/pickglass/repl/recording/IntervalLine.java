package io.pickglass.repl.recording;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.Metrics;
import io.pickglass.model.TaskInterval;
import io.pickglass.mxbean.RuntimeIntervals;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An interval in few letters: what is 0 is left out, what is not known is named, and what follows
 * from the rest (means, shares of counts, percentiles) is left out where it does.
 */
public final class IntervalLine {
  private static final String VALUES = "values";
  private static final String ABSENT = "absent";
  private static final String HISTOGRAMS = "histograms";

  private IntervalLine() {}

  /** The interval as items of a line. */
  public static Map<String, Object> toMap(Interval<?> interval) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("of", Subject.of(interval).word());
    map.put("name", interval.name());
    map.put("seq", interval.sequence());
    map.put("start", interval.start().toString());
    map.put("elapsedNanos", interval.elapsedNanos());
    List<String> absent = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Map<Metric, Number> all = Numbers.all(interval);
    all.forEach((metric, value) -> {
      if (value.doubleValue() == Metrics.ABSENT) {
        absent.add(metric.metricName());
      } else if (value.doubleValue() != 0 && !follows(metric)) {
        values.put(metric.metricName(), value);
      }
    });
    putIfAny(map, VALUES, values);
    if (!absent.isEmpty()) {
      map.put(ABSENT, absent);
    }
    if (interval instanceof TaskInterval tasks) {
      putHistograms(map, tasks);
    }
    // What would be computed otherwise than it was told, as by another version, is written out.
    Numbers.all(of(map, Map.of()))
        .forEach((metric, computed) -> {
          Number told = all.getOrDefault(metric, 0L);
          if (!told.equals(computed)) {
            values.put(metric.metricName(), told);
          }
        });
    putIfAny(map, VALUES, values);
    return map;
  }

  private static void putIfAny(Map<String, Object> map, String name, Map<String, Object> items) {
    if (!items.isEmpty()) {
      map.put(name, items);
    }
  }

  private static void putHistograms(Map<String, Object> map, TaskInterval interval) {
    Map<String, Object> histograms = new LinkedHashMap<>();
    for (Distribution of : Distribution.values()) {
      interval
          .metrics()
          .histogram(of)
          .map(Histogram::toArray)
          .ifPresent(array -> histograms.put(of.metricName(), array));
    }
    putIfAny(map, HISTOGRAMS, histograms);
  }

  private static boolean follows(Metric metric) {
    return metric instanceof TaskMetric task && task.formula().isPresent();
  }

  /**
   * The interval of such items.
   *
   * @param known the metrics that the recorder knew, by table; empty for all of today
   * @throws IllegalArgumentException where there is none in them
   * @throws java.time.DateTimeException where its start is no time
   */
  public static Interval<?> of(
      Map<String, ? extends @Nullable Object> map, Map<String, Set<String>> known) {
    Subject subject = subject(map.get("of"));
    Map<String, @Nullable Object> items = new HashMap<>();
    Map<?, ?> values = map.get(VALUES) instanceof Map<?, ?> some ? some : Map.of();
    List<?> absent = map.get(ABSENT) instanceof List<?> list ? list : List.of();
    Set<String> names = known.getOrDefault(subject.word(), Set.of());
    for (Metric metric : subject.metrics()) {
      String name = metric.metricName();
      if (values.get(name) instanceof Number value) {
        items.put(name, value);
      } else if (!absent.contains(name) && (names.isEmpty() || names.contains(name))) {
        items.put(name, follows(metric) ? null : 0);
      } else {
        items.put(name, Metrics.ABSENT);
      }
    }
    items.put(subject.word(), map.get("name"));
    items.put(TaskIntervals.SEQUENCE, map.get("seq"));
    items.put(TaskIntervals.START, map.get("start"));
    items.put(TaskIntervals.ELAPSED, map.get("elapsedNanos"));
    return switch (subject) {
      case MONITOR -> tasks(items, map);
      case RUNTIME -> RuntimeIntervals.fromMap(items);
    };
  }

  private static TaskInterval tasks(
      Map<String, @Nullable Object> items, Map<String, ? extends @Nullable Object> map) {
    Map<?, ?> histograms = map.get(HISTOGRAMS) instanceof Map<?, ?> some ? some : Map.of();
    for (Distribution of : Distribution.values()) {
      items.put(TaskIntervals.histogram(of), histograms.get(of.metricName()));
    }
    return Computed.fromMap(items);
  }

  static Subject subject(@Nullable Object word) {
    for (Subject subject : Subject.values()) {
      if (subject.word().equals(word)) {
        return subject;
      }
    }
    throw new IllegalArgumentException("an interval of " + word);
  }
}
