package io.pickglass.repl.view;

import io.pickglass.repl.view.Column.Align;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Columns of rows that come sorted, so that the columns know no order. */
final class Columns {
  private static final int NARROWEST = 12;

  private Columns() {}

  /** A part of the screen that one long text may take. */
  static int room(int width, int part) {
    return Math.max(NARROWEST, width / part);
  }

  static <T> Column<T> cell(String header, int priority, BiFunction<T, Symbols, String> text) {
    return new Column<>(header, 0, Align.LEFT, priority, unordered(), text);
  }

  static <T> Column<T> text(String header, int priority, int most, Function<T, String> text) {
    return cell(
        header,
        priority,
        (row, symbols) -> symbols.fit(TaskText.orAbsent(text.apply(row), symbols), most));
  }

  static <T> Column<T> time(String header, int priority, ToLongFunction<T> nanos) {
    return number(header, priority, nanos, Durations::brief);
  }

  static <T> Column<T> count(String header, int priority, ToLongFunction<T> count) {
    return number(header, priority, count, (value, _) -> Long.toString(value));
  }

  private static <T> Column<T> number(
      String header,
      int priority,
      ToLongFunction<T> number,
      BiFunction<Long, Symbols, String> text) {
    return new Column<>(
        header,
        0,
        Align.RIGHT,
        priority,
        unordered(),
        (row, symbols) -> {
          long value = number.applyAsLong(row);
          return value < 0 ? symbols.absent() : text.apply(value, symbols);
        });
  }

  private static <T> Comparator<T> unordered() {
    return Comparator.comparing(_ -> 0);
  }
}
