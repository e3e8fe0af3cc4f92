package io.pickglass.monitor;

import java.util.function.Predicate;

/** How monitors and runtimes are called outside. */
public final class Names {
  // A name is in ObjectNames, URLs, labels and shells: what would need quoting there is replaced.
  private static final int MAX_LENGTH = 200;

  private Names() {}

  /** The name for a name as it was given, unlike all that are taken. */
  public static String unique(String displayName, Predicate<String> isTaken) {
    String name = repaired(displayName);
    String candidate = name;
    for (int suffix = 2; isTaken.test(candidate); suffix++) {
      candidate = name + "-" + suffix;
    }
    return candidate;
  }

  private static String repaired(String displayName) {
    String cut = displayName.substring(0, Math.min(displayName.length(), MAX_LENGTH));
    String name = cut.replaceAll("[^A-Za-z0-9._-]", "_");
    return name.isEmpty() ? "_" : name;
  }
}
