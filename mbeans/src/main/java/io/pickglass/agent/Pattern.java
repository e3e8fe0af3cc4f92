package io.pickglass.agent;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/**
 * A name in which {@code *} stands for any characters, dots included.
 *
 * @param text as it was given
 */
record Pattern(String text, java.util.regex.Pattern compiled) {
  static Pattern of(String text) {
    String expression =
        Arrays.stream(text.split("\\*", -1))
            .map(java.util.regex.Pattern::quote)
            .collect(joining(".*"));
    return new Pattern(text, java.util.regex.Pattern.compile(expression));
  }

  boolean matches(String name) {
    return compiled.matcher(name).matches();
  }

  /** Whether a name that begins so may match. */
  boolean mayMatch(String beginning) {
    int star = text.indexOf('*');
    String fixed = star < 0 ? text : text.substring(0, star);
    return fixed.startsWith(beginning) || star >= 0 && beginning.startsWith(fixed);
  }

  @Override
  public String toString() {
    return text;
  }
}
