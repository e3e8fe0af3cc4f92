package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.model.Metrics;
import io.pickglass.repl.series.Numbers;
import java.util.Locale;

/** The value of a metric as text, in its unit. */
public final class Values {
  private Values() {}

  /** For tables: few characters. What is absent, or of nothing, is a dash. */
  public static String brief(Metric metric, Interval<?> interval, Symbols symbols) {
    return Sampled.isOfNothing(metric, interval)
        ? symbols.absent()
        : brief(metric, Numbers.of(interval, metric), symbols);
  }

  /** For tables: few characters. Absent values are a dash. */
  public static String brief(Metric metric, Number value, Symbols symbols) {
    return switch (metric.unit()) {
      case _ when isAbsent(value) -> symbols.absent();
      case COUNT -> value instanceof Double d ? decimal(d, 1) : count(value.longValue());
      case BYTES -> Bytes.brief(value.doubleValue());
      case NANOS -> Durations.brief(value.longValue(), symbols);
      case MEAN -> decimal(value.doubleValue(), 1);
      case RATIO -> percent(value.doubleValue(), 1);
    };
  }

  /** For details: groups of digits, two decimals. What is absent, or of nothing, is a dash. */
  public static String detailed(Metric metric, Interval<?> interval, Symbols symbols) {
    Number value = Numbers.of(interval, metric);
    return isAbsent(value) || Sampled.isOfNothing(metric, interval)
        ? symbols.absent()
        : change(metric, value, symbols);
  }

  /** A change of the value for details: -1 is a change, too. */
  public static String change(Metric metric, Number value, Symbols symbols) {
    return switch (metric.unit()) {
      case COUNT, MEAN ->
          value instanceof Double d
              ? String.format(Locale.ROOT, "%,.2f", d)
              : String.format(Locale.ROOT, "%,d", value.longValue());
      case NANOS -> Durations.detailed(value.longValue(), symbols);
      case BYTES -> Bytes.detailed(value.doubleValue());
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
    return value.doubleValue() == Metrics.ABSENT;
  }
}
