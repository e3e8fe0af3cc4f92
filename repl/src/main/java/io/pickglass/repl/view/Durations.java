package io.pickglass.repl.view;

import java.util.Locale;

/** Durations as people read them: never {@code 1000µs}, {@code 1000ms} or {@code 60s}. */
public final class Durations {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_IN_SECONDS = 86_400;

  private Durations() {}

  /** For tables, without decimals: {@code 250µs}, {@code 12m05s}. */
  public static String brief(long nanos, Symbols symbols) {
    return text(nanos, 0, symbols);
  }

  /** For details, with two decimals below a minute: {@code 250.17µs}, {@code 12m05s}. */
  public static String detailed(long nanos, Symbols symbols) {
    return text(nanos, 2, symbols);
  }

  private static String text(long nanos, int decimals, Symbols symbols) {
    if (nanos < 0) {
      return nanos == Long.MIN_VALUE
          ? "-" + text(Long.MAX_VALUE, decimals, symbols)
          : "-" + text(-nanos, decimals, symbols);
    }
    if (nanos < 1000) {
      return nanos + "ns";
    }
    // The next unit starts where this one would be rounded up to it: 999,999 ns are 1 ms.
    String[] units = {symbols.micro(), "ms", "s"};
    long unit = 1000;
    for (String name : units) {
      String number = String.format(Locale.ROOT, "%." + decimals + "f", nanos / (double) unit);
      double limit = unit == SECOND ? 60 : 1000;
      if (Double.parseDouble(number) < limit) {
        return number + name;
      }
      unit *= 1000;
    }
    return minutesAndMore((nanos + SECOND / 2 < 0 ? nanos : nanos + SECOND / 2) / SECOND);
  }

  private static String minutesAndMore(long seconds) {
    if (seconds < 3600) {
      return pair(seconds, 60, "m", "s");
    }
    if (seconds < DAY_IN_SECONDS) {
      return pair(seconds / 60, 60, "h", "m");
    }
    if (seconds < 100 * DAY_IN_SECONDS) {
      return pair(seconds / 3600, 24, "d", "h");
    }
    return seconds / DAY_IN_SECONDS + "d";
  }

  private static String pair(long value, int size, String major, String minor) {
    return String.format(Locale.ROOT, "%d%s%02d%s", value / size, major, value % size, minor);
  }
}
