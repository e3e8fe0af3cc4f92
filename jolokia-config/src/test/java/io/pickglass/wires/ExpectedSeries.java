package io.pickglass.wires;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.RuntimeNeeds;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.mxbean.BucketAttribute;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a scrape must show according to the catalog. */
final class ExpectedSeries {
  private ExpectedSeries() {}

  /**
   * TYPE and HELP of every series about tasks that can be known while nobody listens to Flight
   * Recorder, as in {@link Exposition}.
   */
  static Map<String, String> ofTasks(Predicate<TaskMetric> known) {
    Map<String, String> families = new TreeMap<>();
    Stream.of(TaskMetric.values())
        .filter(known.and(metric -> metric.needs() != Needs.FLIGHT_RECORDER))
        .forEach(metric -> families.put(metric.seriesName(), type(metric) + " " + metric.help()));
    return families;
  }

  /** The same of every series about runtimes that any of those in {@link Watched} can know. */
  static Map<String, String> ofRuntimes(boolean seesPolls) {
    Map<String, String> families = new TreeMap<>();
    Stream.of(RuntimeMetric.values())
        .filter(metric -> metric.needs() != RuntimeNeeds.FLIGHT_RECORDER)
        .filter(metric -> seesPolls || isKnownWithoutAccess(metric))
        .forEach(metric -> families.put(metric.seriesName(), type(metric) + " " + metric.help()));
    return families;
  }

  private static boolean isKnownWithoutAccess(RuntimeMetric metric) {
    boolean ofPools =
        metric.isKnownTo(RuntimeKind.FORK_JOIN_POOL) || metric.isKnownTo(RuntimeKind.THREAD_POOL);
    return ofPools
        || metric == RuntimeMetric.MAX_POOL_SIZE
        || metric.needs() == RuntimeNeeds.DIAGNOSTICS;
  }

  /** The same with all tables, and the series about Pickglass itself. */
  static Map<String, String> all(Predicate<TaskMetric> known) {
    Map<String, String> families = ofTasks(known);
    families.putAll(ofRuntimes(known.test(TaskMetric.POLL_COUNT)));
    for (LibrarySeries series : LibrarySeries.values()) {
      families.put(series.series(), (series.counter() ? "counter " : "gauge ") + series.help());
    }
    // Of pools they are known without any access.
    for (RuntimeDistribution of : RuntimeDistribution.values()) {
      families.put(
          ExporterConfig.histogramSeries(of), "untyped " + ExporterConfig.histogramHelp(of));
    }
    if (known.test(TaskMetric.POLL_COUNT)) {
      for (Distribution of : Distribution.values()) {
        families.put(
            ExporterConfig.histogramSeries(of), "untyped " + ExporterConfig.histogramHelp(of));
      }
    }
    return families;
  }

  /** The values by series, label le and all, from the attributes of a bean of plain numbers. */
  static Map<String, Double> values(Map<String, Object> attributes) {
    Map<String, Double> values = new TreeMap<>();
    Stream.of(TaskMetric.values())
        .filter(metric -> attributes.containsKey(metric.attributeName()))
        .forEach(metric -> {
          Number value = (Number) attributes.get(metric.attributeName());
          double factor = metric.unit() == Unit.NANOS ? 1e-9 : 1;
          values.put(metric.seriesName(), value.doubleValue() * factor);
        });
    for (BucketAttribute<Distribution> bucket : BucketAttribute.OF_TASKS.list()) {
      if (attributes.get(bucket.name()) instanceof Long count) {
        values.put(
            "%s{le=\"%s\"}".formatted(ExporterConfig.histogramSeries(bucket.of()), bucket.label()),
            count.doubleValue());
      }
    }
    return values;
  }

  private static String type(Metric metric) {
    return metric.kind() == Kind.COUNTER ? "counter" : "gauge";
  }
}
