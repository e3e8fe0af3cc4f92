package io.pickglass.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the metrics of a table by their names. */
final class MetricNames<M extends Metric> {
  private final Map<String, M> byName = new HashMap<>();
  private final Map<String, M> byAttribute = new HashMap<>();

  MetricNames(M[] metrics) {
    for (M metric : metrics) {
      byName.put(metric.metricName(), metric);
      byAttribute.put(metric.attributeName(), metric);
    }
  }

  Optional<M> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<M> ofAttribute(String attribute) {
    return Optional.ofNullable(byAttribute.get(attribute));
  }
}
