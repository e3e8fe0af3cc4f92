package io.pickglass.query;

import java.util.Locale;

/**
 * A text in which {@code *} stands for anything; one without is looked for anywhere.
 *
 * <p>Threads: one at a time.
 */
final class Wildcard {
  private final String[] parts;
  private final boolean anywhere;

  // Very many tasks have the same text, and then it is the same object.
  private String latest = "";
  private boolean latestFits;

  private Wildcard(String[] parts, boolean anywhere) {
    this.parts = parts;
    this.anywhere = anywhere;
    this.latestFits = look(latest);
  }

  static Wildcard of(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    return new Wildcard(lower.split("\\*", -1), !lower.contains("*"));
  }

  /** Whether a text is like that, without regard to case. */
  @SuppressWarnings("ReferenceEquality") // a shortcut: another object with that text is looked at
  boolean fits(String text) {
    if (text != latest) {
      latestFits = look(text);
      latest = text;
    }
    return latestFits;
  }

  private boolean look(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (anywhere) {
      return lower.contains(parts[0]);
    }
    String last = parts[parts.length - 1];
    if (!lower.startsWith(parts[0])) {
      return false;
    }
    int from = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = lower.indexOf(parts[i], from);
      if (found < 0) {
        return false;
      }
      from = found + parts[i].length();
    }
    return lower.length() - last.length() >= from && lower.endsWith(last);
  }
}
