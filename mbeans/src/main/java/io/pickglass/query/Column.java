package io.pickglass.query;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row can be asked for and sorted by.
 *
 * @param <R> a row
 */
public interface Column<R> {
  /** Stands for a number that is not known. */
  long UNKNOWN = -1;

  /** How a column's values are written and compared. */
  enum Type {
    /** As text, without regard to case. */
    TEXT,
    /** As nanoseconds, or with a unit: {@code 5ms}. */
    TIME,
    /** As a number. */
    COUNT
  }

  /** Its name as that of a constant: {@code FIRST_POLL_DELAY}. */
  String name();

  /** How its values are written. */
  Type type();

  /** What it says, in a few words. */
  String help();

  /** Whether it is sorted by a number. */
  boolean isNumber();

  /** Its number; {@link #UNKNOWN} if it is not known. */
  long number(R row, long now);

  /** Its text; empty if it is not known. */
  String text(R row);

  /** The only words with which it can be compared; null for any. */
  default @Nullable List<String> words() {
    return null;
  }

  /** Whether a row is as one of these words says. */
  default boolean is(R row, String word) {
    return text(row).equalsIgnoreCase(word);
  }

  /** Its name in a query: {@code firstPollDelay}. */
  default String word() {
    String[] parts = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return word.toString();
  }

  /** As a list of columns says it: {@code busy (time): its time in polls}. */
  default String described() {
    return word() + " (" + type().name().toLowerCase(Locale.ROOT) + "): " + help();
  }
}
