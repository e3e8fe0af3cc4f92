package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What changed in one metric between two stretches of time.
 *
 * @param metric which
 * @param a before
 * @param b after
 * @param change b − a, of the same type as both
 */
public record Difference(Metric metric, Number a, Number b, Number change) {

  /** The differences of every metric that both intervals know, in the order of the catalog. */
  public static List<Difference> between(Interval<?> a, Interval<?> b, boolean perSecond) {
    Map<Metric, Number> before = values(a, perSecond);
    Map<Metric, Number> after = values(b, perSecond);
    List<Difference> differences = new ArrayList<>();
    before.forEach((metric, from) -> {
      if (Numbers.has(a, metric) && Numbers.has(b, metric)) {
        differences.add(of(metric, from, after.getOrDefault(metric, 0L)));
      }
    });
    return differences;
  }

  /** Change relative to {@code a}: 0.5 is half as much again. Empty where {@code a} is 0. */
  public OptionalDouble relative() {
    double from = a.doubleValue();
    return from == 0 ? OptionalDouble.empty() : OptionalDouble.of(change.doubleValue() / from);
  }

  /** Whether nothing happened in both. */
  public boolean isZero() {
    return a.doubleValue() == 0 && b.doubleValue() == 0;
  }

  private static Map<Metric, Number> values(Interval<?> interval, boolean perSecond) {
    return perSecond ? Rates.perSecond(interval) : Numbers.all(interval);
  }

  private static Difference of(Metric metric, Number a, Number b) {
    boolean exact = !metric.unit().isFraction() && a instanceof Long && b instanceof Long;
    Number change =
        exact ? (Number) (b.longValue() - a.longValue()) : b.doubleValue() - a.doubleValue();
    return new Difference(metric, a, b, change);
  }
}
