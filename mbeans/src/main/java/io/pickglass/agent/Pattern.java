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

  @Override
  public String toString() {
    return text;
  }
}
