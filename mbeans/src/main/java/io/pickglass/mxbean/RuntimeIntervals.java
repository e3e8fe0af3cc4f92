package io.pickglass.mxbean;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of a runtime's interval outside the process: a composite, or the same names in
 * JSON. Metrics that the runtime cannot know are -1, histograms null; these are such arrays as
 * {@link TaskIntervals} has.
 */
public final class RuntimeIntervals {
  /** Item: the runtime's name. */
  public static final String RUNTIME = "runtime";

  private static final IntervalShape SHAPE = new IntervalShape(RUNTIME);

  /** The type of the composites. */
  public static final CompositeType TYPE = type();

  private RuntimeIntervals() {}

  /** Item: the histogram of polls, {@code pollHistogram}, or of delays. */
  public static String histogram(RuntimeDistribution of) {
    return IntervalShape.histogram(of);
  }

  private static CompositeType type() {
    IntervalShape.Types types = SHAPE.types(RuntimeMetric.values());
    types.addHistograms(RuntimeDistribution.values());
    return types.build("RuntimeInterval", "the metrics of one runtime over one stretch of time");
  }

  /**
   * All items by name, in order: {@link #RUNTIME} and the other three that {@link TaskIntervals}
   * has, then the metrics in the order of the catalog, then the histograms.
   */
  public static Map<String, @Nullable Object> toMap(RuntimeInterval interval) {
    Map<String, @Nullable Object> items = SHAPE.items(interval);
    IntervalShape.putHistograms(
        items, RuntimeDistribution.values(), of -> interval.metrics().histogram(of));
    return items;
  }

  /** The interval as a composite of {@link #TYPE}. */
  public static CompositeData toComposite(RuntimeInterval interval) {
    return IntervalShape.composite(TYPE, toMap(interval));
  }

  /** The interval in a composite, also of another version: see {@link #fromMap}. */
  public static RuntimeInterval fromComposite(CompositeData data) {
    return fromMap(IntervalShape.itemsOf(data));
  }

  /**
   * The interval in a map as JSON gives it. Items that this version does not know are passed over;
   * metrics and histograms that are not there are absent.
   *
   * @throws IllegalArgumentException when one of the four leading items is missing or no such value
   */
  public static RuntimeInterval fromMap(Map<String, ? extends @Nullable Object> items) {
    RuntimeMetrics.Builder metrics = new RuntimeMetrics.Builder();
    IntervalShape.read(
        items,
        RuntimeMetric.values(),
        (metric, value) -> {
          if (metric.unit().isFraction()) {
            metrics.setFraction(metric, value.doubleValue());
          } else {
            metrics.set(metric, value.longValue());
          }
        });
    for (RuntimeDistribution of : RuntimeDistribution.values()) {
      metrics.histogram(of, IntervalShape.histogram(items, of));
    }
    return new RuntimeInterval(
        SHAPE.name(items),
        IntervalShape.sequence(items),
        IntervalShape.start(items),
        IntervalShape.elapsedNanos(items),
        metrics.build());
  }
}
