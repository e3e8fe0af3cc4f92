package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;
import java.util.Locale;

/** The value of a metric as text, in its unit. */
public final class Values {
  private Values() {}

  /** For tables: few characters. What is absent, or of nothing, is a dash. */
  public static String brief(TaskMetric metric, TaskMetrics metrics, Symbols symbols) {
    return Sampled.isOfNothing(metric, metrics)
        ? symbols.absent()
        : brief(metric, metrics.number(metric), symbols);
  }

  /** For tables: few characters. Absent values are a dash. */
  public static String brief(Metric metric, Number value, Symbols symbols) {
    return switch (metric.unit()) {
      case _ when isAbsent(value) -> symbols.absent();
      case COUNT, BYTES -> value instanceof Double d ? decimal(d, 1) : count(value.longValue());
      case NANOS -> Durations.brief(value.longValue(), symbols);
      case MEAN -> decimal(value.doubleValue(), 1);
      case RATIO -> percent(value.doubleValue(), 1);
    };
  }

  /** For details: groups of digits, two decimals. What is absent, or of nothing, is a dash. */
  public static String detailed(TaskMetric metric, TaskMetrics metrics, Symbols symbols) {
    Number value = metrics.number(metric);
    return isAbsent(value) || Sampled.isOfNothing(metric, metrics)
        ? symbols.absent()
        : change(metric, value, symbols);
  }

  /** A change of the value for details: -1 is a change, too. */
  public static String change(Metric metric, Number value, Symbols symbols) {
    return switch (metric.unit()) {
      case COUNT, BYTES, MEAN ->
          value instanceof Double d
              ? String.format(Locale.ROOT, "%,.2f", d)
              : String.format(Locale.ROOT, "%,d", value.longValue());
      case NANOS -> Durations.detailed(value.longValue(), symbols);
      case RATIO -> percent(value.doubleValue(), 2);
    };
  }

  /** A share as a percentage. */
  public static String percent(double share, int decimals) {
    return decimal(share * 100, decimals) + "%";
  }

  private static String count(long value) {
    // A counter that has passed 2^63 still counts on.
    return Long.toUnsignedString(value);
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static boolean isAbsent(Number value) {
    return value.doubleValue() == TaskMetrics.ABSENT;
  }
}
