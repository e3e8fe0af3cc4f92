package io.pickglass.repl.top.table;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.DisplayWidth;
import io.pickglass.repl.view.TaskText;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One column of a table; nothing about a column is written anywhere else.
 *
 * @param header its name
 * @param meaning what it says, for the help
 * @param number whether it is a number: pushed to the right, and the greatest first
 * @param width how wide a cell is at least
 * @param priority when there is no room, the column with the highest number leaves first
 * @param key how the target calls it in a question; empty if it cannot sort by it
 * @param order how rows are sorted by it, the smallest first
 * @param cell the cell of a row
 * @param endMatters whether a cell without room loses its beginning
 */
public record Col<T>(
    String header,
    String meaning,
    boolean number,
    int width,
    int priority,
    String key,
    Comparator<T> order,
    BiFunction<T, Look, Span> cell,
    boolean endMatters) {
  private static final int TIME = 6;

  /** A text of the program; it may be cut. */
  public static <T> Col<T> text(
      String header, String meaning, int priority, String key, Function<T, String> text) {
    return cell(
        header,
        meaning,
        priority,
        key,
        Comparator.comparing(row -> text.apply(row).toLowerCase(Locale.ROOT)),
        (row, look) -> Span.plain(TaskText.orAbsent(text.apply(row), look.symbols())));
  }

  /** A place in code: its end, with the line, is worth most. */
  public static <T> Col<T> place(
      String header, String meaning, int priority, String key, Function<T, String> place) {
    return new Col<>(
        header,
        meaning,
        false,
        0,
        priority,
        key,
        Comparator.comparing(place),
        (row, look) ->
            Span.plain(TaskText.located(place.apply(row), Integer.MAX_VALUE, look.symbols())),
        true);
  }

  /** Any other that is no number. */
  public static <T> Col<T> cell(
      String header,
      String meaning,
      int priority,
      String key,
      Comparator<T> order,
      BiFunction<T, Look, Span> cell) {
    return new Col<>(header, meaning, false, 0, priority, key, order, cell, false);
  }

  /** A time in nanoseconds. */
  public static <T> Col<T> time(
      String header, String meaning, int priority, String key, ToLongFunction<T> nanos) {
    return new Col<>(
        header,
        meaning,
        true,
        TIME,
        priority,
        key,
        Comparator.comparingLong(nanos),
        (row, look) -> look.time(nanos.applyAsLong(row)),
        false);
  }

  /** A number of something. */
  public static <T> Col<T> count(
      String header, String meaning, int priority, String key, ToLongFunction<T> count) {
    return new Col<>(
        header,
        meaning,
        true,
        TIME,
        priority,
        key,
        Comparator.comparingLong(count),
        (row, look) -> look.count(count.applyAsLong(row)),
        false);
  }

  /** Any other number. */
  public static <T> Col<T> number(
      String header,
      String meaning,
      int priority,
      ToDoubleFunction<T> value,
      BiFunction<T, Look, Span> cell) {
    return new Col<>(
        header, meaning, true, TIME, priority, "", Comparator.comparingDouble(value), cell, false);
  }

  /** The cell of a row in so much room. */
  Span in(T row, int room, Look look) {
    Span span = cell.apply(row, look);
    String text =
        endMatters
            ? TaskText.located(span.text(), room, look.symbols())
            : look.symbols().fit(span.text(), room);
    String space = " ".repeat(Math.max(0, room - DisplayWidth.of(text)));
    return new Span(number ? space + text : text + space, span.ink(), span.bold());
  }

  /** Its header in so much room, with a mark if rows are sorted by it. */
  Span head(String mark, int room, Look look) {
    String text = look.symbols().fit(header + mark, room);
    String space = " ".repeat(Math.max(0, room - DisplayWidth.of(text)));
    return Span.bold(number ? space + text : text + space, mark.isEmpty() ? Ink.STRONG : Ink.NOTE);
  }
}
