package io.pickglass.repl.view;

import io.pickglass.catalog.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A computed number in its unit. */
public final class AmountText {
  private AmountText() {}

  /** With two decimals, or none where there is no fraction; null is a plain number. */
  public static String of(double value, @Nullable Unit unit, Symbols symbols) {
    return switch (unit) {
      case NANOS -> Durations.detailed((long) value, symbols);
      case BYTES -> Bytes.detailed(value);
      case RATIO -> Values.percent(value, 2);
      case null, default ->
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? String.format(Locale.ROOT, "%,d", (long) value)
              : String.format(Locale.ROOT, "%,.4g", value);
    };
  }

  /** The same in few letters, for axes. */
  public static String brief(double value, @Nullable Unit unit, Symbols symbols) {
    return switch (unit) {
      case NANOS -> tick((long) value, symbols);
      case BYTES -> Bytes.brief(value);
      case RATIO -> trimmed(value * 100) + "%";
      case null, default -> count(value);
    };
  }

  /** A duration whose decimals are no noise: 1.5ms stays what it is, 2.0ms becomes 2ms. */
  private static String tick(long nanos, Symbols symbols) {
    String text = Durations.detailed(nanos, symbols);
    return text.replaceFirst("\\.0+(?=\\D)", "").replaceFirst("(\\.\\d)0(?=\\D)", "$1");
  }

  private static String count(double value) {
    String[] units = {"", "k", "M", "G", "T", "P", "E"};
    int i = 0;
    double amount = value;
    while (Math.abs(amount) >= 1000 && i < units.length - 1) {
      amount /= 1000;
      i++;
    }
    return trimmed(amount) + units[i];
  }

  private static String trimmed(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
