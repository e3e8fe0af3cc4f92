package io.pickglass.repl.explain;

import java.util.Locale;

/** The answer to a question. */
public enum Answer {
  /** That is why. */
  YES,
  /** That is not why. */
  NO,
  /** The numbers do not tell. */
  UNKNOWN;

  /** In a word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
