package io.pickglass.mxbean;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import java.util.Map;
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
    return IntervalShape.histogram(of);
  }

  /**
   * All items by name, in order: the four above, the metrics in the order of the catalog, the
   * histograms.
   */
  public static Map<String, @Nullable Object> toMap(TaskInterval interval) {
    Map<String, @Nullable Object> items = SHAPE.items(interval);
    IntervalShape.putHistograms(
        items, Distribution.values(), of -> interval.metrics().histogram(of));
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
      metrics.histogram(of, IntervalShape.histogram(items, of));
    }
    return new TaskInterval(
        SHAPE.name(items),
        IntervalShape.sequence(items),
        IntervalShape.start(items),
        IntervalShape.elapsedNanos(items),
        metrics.build());
  }

  private static CompositeType type() {
    IntervalShape.Types types = SHAPE.types(TaskMetric.values());
    types.addHistograms(Distribution.values());
    return types.build("TaskInterval", "the metrics of one monitor over one stretch of time");
  }
}
