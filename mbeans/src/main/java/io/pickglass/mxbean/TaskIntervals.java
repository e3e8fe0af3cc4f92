package io.pickglass.mxbean;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
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
  public static final String SEQUENCE = IntervalShape.SEQUENCE;

  /** Item: the start as an ISO 8601 instant. */
  public static final String START = IntervalShape.START;

  /** Item: the length in nanoseconds. */
  public static final String ELAPSED = IntervalShape.ELAPSED;

  private static final IntervalShape SHAPE = new IntervalShape(MONITOR);

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
    Map<String, @Nullable Object> items = SHAPE.items(interval);
    for (Distribution of : Distribution.values()) {
      items.put(
          histogram(of), interval.metrics().histogram(of).map(Histogram::toArray).orElse(null));
    }
    return items;
  }

  /** The interval as a composite of {@link #TYPE}. */
  public static CompositeData toComposite(TaskInterval interval) {
    return IntervalShape.composite(TYPE, toMap(interval));
  }

  /** The interval in a composite, also of another version: see {@link #fromMap}. */
  public static TaskInterval fromComposite(CompositeData data) {
    return fromMap(IntervalShape.itemsOf(data));
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
      metrics.absent(metric);
    }
    IntervalShape.read(
        items,
        TaskMetric.values(),
        (metric, value) -> {
          if (metric.unit() == Unit.RATIO) {
            metrics.setRatio(metric, value.doubleValue());
          } else {
            metrics.set(metric, value.longValue());
          }
        });
    for (Distribution of : Distribution.values()) {
      metrics.histogram(
          of, numbers(items.get(histogram(of))).flatMap(Histogram::fromArray).orElse(null));
    }
    return new TaskInterval(
        SHAPE.name(items),
        IntervalShape.sequence(items),
        IntervalShape.start(items),
        IntervalShape.elapsedNanos(items),
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

  private static CompositeType type() {
    IntervalShape.Types types = SHAPE.types(TaskMetric.values());
    for (Distribution of : Distribution.values()) {
      types.add(
          histogram(of),
          "how many of the " + of.plural() + ", first the index of a bucket, then counts",
          ArrayType.getPrimitiveArrayType(long[].class));
    }
    return types.build("TaskInterval", "the metrics of one monitor over one stretch of time");
  }
}
