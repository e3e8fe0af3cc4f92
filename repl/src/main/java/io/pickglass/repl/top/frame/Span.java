package io.pickglass.repl.top.frame;

/**
 * A piece of a line.
 *
 * @param text without control characters
 * @param ink what it is
 * @param bold whether it stands out
 */
public record Span(String text, Ink ink, boolean bold) {
  /** Data. */
  public static Span plain(String text) {
    return new Span(text, Ink.PLAIN, false);
  }

  /** Of some kind. */
  public static Span of(String text, Ink ink) {
    return new Span(text, ink, false);
  }

  /** Of some kind, and it stands out. */
  public static Span bold(String text, Ink ink) {
    return new Span(text, ink, true);
  }
}
