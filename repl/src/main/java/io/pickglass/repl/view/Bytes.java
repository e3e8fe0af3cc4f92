package io.pickglass.repl.view;

import java.util.Locale;

/** Amounts of memory as people read them; a kB is 1,000 bytes. */
public final class Bytes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private Bytes() {}

  /** For tables, without decimals: {@code 250kB}. */
  public static String brief(double bytes) {
    return text(bytes, 0);
  }

  /** For details, with two decimals: {@code 250.17kB}. */
  static String detailed(double bytes) {
    return text(bytes, 2);
  }

  private static String text(double bytes, int decimals) {
    double amount = bytes;
    String unit = "B";
    // As with durations: what would be rounded up to the next unit is said in that.
    for (int i = 0;
        i < UNITS.length && Double.parseDouble(number(Math.abs(amount), unit, decimals)) >= 1000;
        i++) {
      amount /= 1000;
      unit = UNITS[i];
    }
    return number(amount, unit, decimals) + unit;
  }

  private static String number(double amount, String unit, int decimals) {
    return String.format(Locale.ROOT, "%." + (unit.equals("B") ? 0 : decimals) + "f", amount);
  }
}
