package io.pickglass.lint;

import java.util.Arrays;
import java.util.Locale;

/** How much a warning matters to whoever reads it. */
public enum Level {
  /** Nobody looks. */
  OFF,
  /** Worth knowing. */
  INFO,
  /** Something is slower than it need be. */
  WARNING,
  /** Something stands still. */
  CRITICAL;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The level of that word.
   *
   * @throws IllegalArgumentException if there is none; says which there are
   */
  public static Level of(String word) {
    return Arrays.stream(values())
        .filter(level -> level.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the level \"" + word + "\": give off, info, warning or critical"));
  }
}
