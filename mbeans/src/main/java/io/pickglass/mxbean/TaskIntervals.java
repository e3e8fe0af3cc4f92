package io.pickglass.mxbean;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/** The one shape of an interval outside the process: a composite, or the same names in JSON. */
public final class TaskIntervals {
  /** Item: the monitor's name. */
  public static final String MONITOR = "monitor";

  /** Item: the sequence number. */
  public static final String SEQUENCE = "sequence";

  /** Item: the start as an ISO 8601 instant. */
  public static final String START = "start";

  /** Item: the length in nanoseconds. */
  public static final String ELAPSED = "elapsedNanos";

  /** The type of the composites. */
  public static final CompositeType TYPE = type();

  private TaskIntervals() {}

  /** All items by name, in order: the four above, then the metrics in the order of the catalog. */
  public static Map<String, Object> toMap(TaskInterval interval) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put(MONITOR, interval.monitor());
    items.put(SEQUENCE, interval.sequence());
    items.put(START, interval.start().toString());
    items.put(ELAPSED, interval.elapsedNanos());
    interval.metrics().asMap().forEach((metric, value) -> items.put(metric.metricName(), value));
    return items;
  }

  /** The interval as a composite of {@link #TYPE}. */
  public static CompositeData toComposite(TaskInterval interval) {
    try {
      return new CompositeDataSupport(TYPE, toMap(interval));
    } catch (OpenDataException e) {
      throw new IllegalStateException("the composite does not fit its own type", e);
    }
  }

  /** The interval in a composite, also of another version: see {@link #fromMap}. */
  public static TaskInterval fromComposite(CompositeData data) {
    Map<String, Object> items = new HashMap<>();
    for (String item : data.getCompositeType().keySet()) {
      items.put(item, data.get(item));
    }
    return fromMap(items);
  }

  /**
   * The interval in a map as JSON gives it. Items that this version does not know are passed over;
   * metrics that are not there are absent.
   *
   * @throws IllegalArgumentException when one of the four leading items is missing or no such value
   */
  public static TaskInterval fromMap(Map<String, ?> items) {
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    for (TaskMetric metric : TaskMetric.values()) {
      if (!(items.get(metric.metricName()) instanceof Number value)) {
        metrics.absent(metric);
      } else if (metric.unit() == Unit.RATIO) {
        metrics.setRatio(metric, value.doubleValue());
      } else {
        metrics.set(metric, value.longValue());
      }
    }
    return new TaskInterval(
        item(items, MONITOR, String.class),
        item(items, SEQUENCE, Number.class).longValue(),
        Instant.parse(item(items, START, String.class)),
        item(items, ELAPSED, Number.class).longValue(),
        metrics.build());
  }

  private static <T> T item(Map<String, ?> items, String name, Class<T> type) {
    Object value = items.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("an interval needs \"" + name + "\", found " + value);
    }
    return type.cast(value);
  }

  private static CompositeType type() {
    List<String> names = new ArrayList<>(List.of(MONITOR, SEQUENCE, START, ELAPSED));
    List<String> texts =
        new ArrayList<>(
            List.of(
                "the monitor's name",
                "the number of the tick that ended the interval, the same for all monitors",
                "when the interval began, as an ISO 8601 instant",
                "how long the interval was, in nanoseconds"));
    List<OpenType<?>> types =
        new ArrayList<>(
            List.of(SimpleType.STRING, SimpleType.LONG, SimpleType.STRING, SimpleType.LONG));
    for (TaskMetric metric : TaskMetric.values()) {
      names.add(metric.metricName());
      texts.add(metric.help());
      types.add(metric.unit() == Unit.RATIO ? SimpleType.DOUBLE : SimpleType.LONG);
    }
    try {
      return new CompositeType(
          "TaskInterval",
          "the metrics of one monitor over one stretch of time",
          names.toArray(String[]::new),
          texts.toArray(String[]::new),
          types.toArray(OpenType<?>[]::new));
    } catch (OpenDataException e) {
      throw new IllegalStateException("the metrics do not make a composite type", e);
    }
  }
}
