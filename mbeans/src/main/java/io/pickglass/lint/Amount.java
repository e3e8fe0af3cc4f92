package io.pickglass.lint;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule measures, as people read and write it. */
enum Amount {
  /** A time in nanoseconds. */
  NANOS("nanoseconds", Long.MAX_VALUE) {
    @Override
    String text(long nanos) {
      if (nanos < 1_000) {
        return nanos + " ns";
      }
      if (nanos < 1_000_000) {
        return decimal(nanos, 1_000) + " µs";
      }
      if (nanos < 1_000_000_000) {
        return decimal(nanos, 1_000_000) + " ms";
      }
      long seconds = nanos / 1_000_000_000;
      if (seconds < 60) {
        return decimal(nanos, 1_000_000_000) + " s";
      }
      return seconds < 3_600
          ? seconds / 60 + " min " + seconds % 60 + " s"
          : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }

    @Override
    long parse(String text) {
      Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "the threshold \"" + text + "\": give a time such as 250ms or 2s");
      }
      return Math.round(Double.parseDouble(matcher.group(1)) * nanosOf(matcher.group(2)));
    }
  },

  /** A share of a hundred. */
  PERCENT("percent", 100) {
    @Override
    String text(long percent) {
      return percent + " %";
    }

    @Override
    long parse(String text) {
      Matcher matcher = SHARE.matcher(text.strip());
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) > most()) {
        throw new IllegalArgumentException(
            "the threshold \"" + text + "\": give a share from 0% to 100%");
      }
      return Long.parseLong(matcher.group(1));
    }
  },

  /** A number of tasks. */
  TASKS("tasks", 1_000_000) {
    @Override
    String text(long tasks) {
      return tasks == 1 ? "1 task" : tasks + " tasks";
    }

    @Override
    long parse(String text) {
      Matcher matcher = NUMBER.matcher(text.strip());
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) > most()) {
        throw new IllegalArgumentException(
            "the threshold \"" + text + "\": give a number of tasks from 1 to " + most());
      }
      return Long.parseLong(matcher.group(1));
    }
  };

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) *(ns|us|µs|ms|s|m|h)");
  private static final Pattern NUMBER = Pattern.compile("([1-9]\\d{0,6})(?: tasks?)?");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}) *%?");

  private final String unit;
  private final long most;

  Amount(String unit, long most) {
    this.unit = unit;
    this.most = most;
  }

  /** The unit of the plain number. */
  String unit() {
    return unit;
  }

  long most() {
    return most;
  }

  /** As it stands in a sentence. */
  abstract String text(long value);

  /**
   * The number.
   *
   * @throws IllegalArgumentException if it is none; says what is expected
   */
  abstract long parse(String text);

  // Cut off, so that what is almost a second is not called one; one digit behind the point up to
  // ten.
  private static String decimal(long value, long unit) {
    long tenths = value / (unit / 10);
    return tenths < 100 && tenths % 10 != 0 ? tenths / 10 + "." + tenths % 10 : "" + tenths / 10;
  }

  private static double nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      default -> 3_600e9;
    };
  }
}
