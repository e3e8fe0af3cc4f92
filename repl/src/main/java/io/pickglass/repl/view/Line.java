package io.pickglass.repl.view;

/**
 * One line of a view.
 *
 * @param text without line end and without control characters
 * @param tone what it is
 */
public record Line(String text, Tone tone) {
  /** A line of data. */
  public static Line plain(String text) {
    return new Line(text, Tone.PLAIN);
  }

  /** A line that names columns. */
  public static Line header(String text) {
    return new Line(text, Tone.HEADER);
  }

  /** A remark. */
  public static Line note(String text) {
    return new Line(text, Tone.NOTE);
  }
}
