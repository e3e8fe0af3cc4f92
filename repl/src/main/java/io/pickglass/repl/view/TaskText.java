package io.pickglass.repl.view;

import java.util.regex.Pattern;

/** Text that a program has given to its tasks, as it may be shown. */
public final class TaskText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
  // A package in front of a name that begins with a capital letter, as a class's does.
  private static final Pattern PACKAGE =
      Pattern.compile("(?<![\\w$.])(\\p{Ll}\\w*\\.)+(?=\\p{Lu})");

  private TaskText() {}

  /** Without what would move the cursor or end the line. */
  public static String clean(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }

  /** The same; a dash for none. */
  public static String orAbsent(String text, Symbols symbols) {
    return text.isEmpty() ? symbols.absent() : clean(text);
  }

  /** A location in so much room: its end, with the line, is worth most. */
  public static String located(String location, int most, Symbols symbols) {
    String text = orAbsent(shortened(location), symbols);
    if (DisplayWidth.of(text) <= most) {
      return text;
    }
    String unqualified = PACKAGE.matcher(text).replaceAll("");
    int beyond = unqualified.length() - most;
    return beyond <= 0 ? unqualified : symbols.ellipsis() + unqualified.substring(beyond + 1);
  }

  /** With packages shortened to their first letters: {@code c.e.Orders.send(Orders.java:12)}. */
  public static String shortened(String location) {
    return PACKAGE
        .matcher(clean(location))
        .replaceAll(found -> found.group().replaceAll("(\\w)\\w*\\.", "$1."));
  }
}
