package io.pickglass.mxbean;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of an interval outside the process: a composite, or the same names in JSON.
 *
 * <p>A histogram is an array of numbers: the index of its first bucket, then the count of that
 * bucket and of each one after it up to the last that is not empty; no numbers at all when there
 * were no values, and null where it cannot be known. {@link io.pickglass.model.Buckets} says what
 * falls into which.
 */
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

  /** Item: the histogram of polls, {@code pollHistogram}, or of what else there is one of. */
  public static String histogram(Distribution of) {
    return of.metricName() + "Histogram";
  }

  /**
   * All items by name, in order: the four above, the metrics in the order of the catalog, the
   * histograms.
   */
  public static Map<String, @Nullable Object> toMap(TaskInterval interval) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    items.put(MONITOR, interval.monitor());
    items.put(SEQUENCE, interval.sequence());
    items.put(START, interval.start().toString());
    items.put(ELAPSED, interval.elapsedNanos());
    interval.metrics().asMap().forEach((metric, value) -> items.put(metric.metricName(), value));
    for (Distribution of : Distribution.values()) {
      items.put(
          histogram(of), interval.metrics().histogram(of).map(Histogram::toArray).orElse(null));
    }
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
    Map<String, @Nullable Object> items = new HashMap<>();
    for (String item : data.getCompositeType().keySet()) {
      items.put(item, data.get(item));
    }
    return fromMap(items);
  }

  /**
   * The interval in a map as JSON gives it. Items that this version does not know are passed over;
   * metrics and histograms that are not there, or are none, are absent.
   *
   * @throws IllegalArgumentException when one of the four leading items is missing or no such value
   */
  public static TaskInterval fromMap(Map<String, ? extends @Nullable Object> items) {
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
    for (Distribution of : Distribution.values()) {
      metrics.histogram(
          of, numbers(items.get(histogram(of))).flatMap(Histogram::fromArray).orElse(null));
    }
    return new TaskInterval(
        item(items, MONITOR, String.class),
        item(items, SEQUENCE, Number.class).longValue(),
        Instant.parse(item(items, START, String.class)),
        item(items, ELAPSED, Number.class).longValue(),
        metrics.build());
  }

  /** An array of JMX or of JSON; empty if it is no array of numbers. */
  private static Optional<long[]> numbers(@Nullable Object value) {
    if (value instanceof long[] array) {
      return Optional.of(array);
    }
    if (value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      return Optional.of(
          list.stream().mapToLong(number -> ((Number) number).longValue()).toArray());
    }
    return Optional.empty();
  }

  private static <T> T item(
      Map<String, ? extends @Nullable Object> items, String name, Class<T> type) {
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
      for (Distribution of : Distribution.values()) {
        names.add(histogram(of));
        texts.add("how many of the " + of.plural() + ", first the index of a bucket, then counts");
        types.add(ArrayType.getPrimitiveArrayType(long[].class));
      }
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
