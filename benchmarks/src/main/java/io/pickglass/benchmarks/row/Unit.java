package io.pickglass.benchmarks.row;

import java.util.Locale;

/** How a figure is written. */
public enum Unit {
  /** Nanoseconds. */
  NANOS(1, " ns"),
  /** Milliseconds, of measured nanoseconds. */
  MILLIS(1_000_000, " ms"),
  /** Times in a second. */
  PER_SECOND(1, " /s"),
  /** Bytes. */
  BYTES(1, " B"),
  /** Mebibytes, of measured bytes. */
  MEBIBYTES(1 << 20, " MiB"),
  /** Hundredths. */
  PERCENT(1, " %"),
  /** A number of things. */
  COUNT(1, ""),
  /** One side divided by the other. */
  RATIO(1, "");

  private final double scale;
  private final String suffix;

  Unit(double scale, String suffix) {
    this.scale = scale;
    this.suffix = suffix;
  }

  /** What was measured, in this unit. */
  double of(double measured) {
    return measured / scale;
  }

  /** The unit's name: {@code ns}, {@code B} and so on; empty for numbers. */
  public String symbol() {
    return suffix.strip();
  }

  /** A figure with its unit, to three digits. */
  public String text(double figure) {
    return number(figure) + suffix;
  }

  private static String number(double figure) {
    double size = Math.abs(figure);
    int decimals = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", figure);
    return text.matches("-0[.0]*") ? text.substring(1) : text;
  }
}
