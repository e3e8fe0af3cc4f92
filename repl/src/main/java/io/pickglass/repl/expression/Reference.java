package io.pickglass.repl.expression;

import io.pickglass.catalog.Metric;

/**
 * A metric of a monitor or runtime, as it is written: {@code orders.slowPollRatio}.
 *
 * @param name of the monitor or runtime; {@code *} of all that have the metric
 * @param metric its name in the catalog
 * @param position where it is written
 */
public record Reference(String name, String metric, int position) {
  /** Stands for all. */
  public static final String ALL = "*";

  /** How many warnings are active. */
  public static final String WARNINGS = "warnings";

  /** Whether it is of all that have the metric. */
  public boolean isOfAll() {
    return name.equals(ALL);
  }

  /** Whether it is the number of warnings. */
  public boolean isWarnings() {
    return name.isEmpty();
  }

  @Override
  public String toString() {
    return name.isEmpty() ? metric : name + "." + metric;
  }

  /** A value of it. */
  public Amount amount(Metric of, Number value) {
    return new Amount(value.doubleValue(), of.unit());
  }
}
