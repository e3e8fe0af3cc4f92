package io.pickglass.repl.view;

import java.util.List;

/**
 * One line of a view.
 *
 * @param text without line end and without control characters
 * @param tone what it is
 * @param marks parts of it that are something else
 */
public record Line(String text, Tone tone, List<Mark> marks) {
  /**
   * A part of a line.
   *
   * @param from its first character
   * @param to the one after its last
   */
  public record Mark(int from, int to, Tone tone) {}

  /** All of it is the same. */
  public Line(String text, Tone tone) {
    this(text, tone, List.of());
  }

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
