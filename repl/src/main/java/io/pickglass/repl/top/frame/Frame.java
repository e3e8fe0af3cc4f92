package io.pickglass.repl.top.frame;

import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole screen.
 *
 * @param width its columns
 * @param height its lines
 * @param rows as many as there are lines, none wider than the screen
 */
public record Frame(int width, int height, List<Row> rows) {
  /** The rows, cut to the size. */
  public static Frame of(List<Row> rows, int width, int height, Symbols symbols) {
    List<Row> fitting = new ArrayList<>(height);
    for (int i = 0; i < height; i++) {
      fitting.add(i < rows.size() ? rows.get(i).fit(width, symbols) : Row.EMPTY);
    }
    return new Frame(width, height, List.copyOf(fitting));
  }

  /** Its text, line by line, without spaces at the ends. */
  public String text() {
    return rows.stream().map(row -> row.text().stripTrailing()).collect(Collectors.joining("\n"));
  }
}
