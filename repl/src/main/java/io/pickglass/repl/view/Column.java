package io.pickglass.repl.view;

import java.util.Comparator;
import java.util.function.BiFunction;

/**
 * One column of a table; nothing about a column is written anywhere else.
 *
 * @param header its name, also on the command line
 * @param width how wide a cell is at least
 * @param align to which side text is pushed
 * @param priority when there is no room, the column with the highest number leaves first
 * @param order how {@code --sort} orders rows by it
 * @param text the cell of a row
 */
public record Column<T>(
    String header,
    int width,
    Align align,
    int priority,
    Comparator<T> order,
    BiFunction<T, Symbols, String> text) {

  /** To which side. */
  public enum Align {
    /** Text. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  String cell(T row, Symbols symbols) {
    return text.apply(row, symbols);
  }

  @SuppressWarnings("unchecked") // the text of a cell of T is toned by T
  Tone tone(T row) {
    return text instanceof Toned<?> toned ? ((Toned<T>) toned).tone(row) : Tone.PLAIN;
  }

  String pad(String cell, int to) {
    String room = " ".repeat(Math.max(0, to - DisplayWidth.of(cell)));
    return align == Align.LEFT ? cell + room : room + cell;
  }
}
