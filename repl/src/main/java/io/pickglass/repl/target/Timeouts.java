package io.pickglass.repl.target;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are typed: {@code 500ms}, {@code 5s}, {@code 5m30s}, {@code 1h}. */
public final class Timeouts {
  /** How long a target may take to answer unless something else is said. */
  public static final Duration DEFAULT = Duration.ofSeconds(5);

  private static final Pattern TEXT =
      Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?(?:(\\d{1,10})ms)?");

  private Timeouts() {}

  /** The duration; empty where the text is none or is zero. */
  public static Optional<Duration> parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    Duration sum =
        Duration.ofHours(number(m, 1))
            .plusMinutes(number(m, 2))
            .plusSeconds(number(m, 3))
            .plusMillis(number(m, 4));
    return sum.isZero() ? Optional.empty() : Optional.of(sum);
  }

  /** The duration as it would be typed. */
  public static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long value, String unit) {
    if (value != 0) {
      text.append(value).append(unit);
    }
  }

  private static long number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
  }
}
