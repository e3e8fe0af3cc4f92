package io.pickglass.listing;

import java.util.Locale;

/** A text in which {@code *} stands for anything; one without is looked for anywhere. */
record Wildcard(String[] parts, boolean anywhere) {
  static Wildcard of(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    return new Wildcard(lower.split("\\*", -1), !lower.contains("*"));
  }

  /** Whether a text is like that, without regard to case. */
  boolean fits(String text) {
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
