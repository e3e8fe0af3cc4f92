package io.pickglass.repl.picture;

import io.pickglass.repl.view.Symbols;
import java.util.Arrays;

/** Draws a line of values into cells: two by four dots each in braille, one in ASCII. */
final class Canvas {
  // The dots of a braille cell by column and row.
  private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
  private static final int BRAILLE = 0x2800;

  private Canvas() {}

  /** The rows from the top down. */
  static String[] draw(double[] values, double top, int width, int height, Symbols symbols) {
    boolean braille = symbols.hasBlocks();
    int columns = braille ? 2 * width : width;
    int rows = braille ? 4 * height : height;
    int[][] cells = new int[height][width];
    double[] spread = spread(values, columns);
    int before = -1;
    for (int x = 0; x < columns; x++) {
      int y = row(spread[x], top, rows);
      if (y >= 0) {
        // A step is drawn as a line up or down, so that the eye can follow.
        int from = before < 0 ? y : Math.min(y, before + Integer.signum(y - before));
        int to = before < 0 ? y : Math.max(y, before + Integer.signum(y - before));
        for (int dot = from; dot <= to; dot++) {
          mark(cells, x, dot, braille);
        }
      }
      before = y;
    }
    return Arrays.stream(cells).map(row -> text(row, braille)).toArray(String[]::new);
  }

  private static void mark(int[][] cells, int x, int y, boolean braille) {
    if (braille) {
      cells[y / 4][x / 2] |= DOTS[x % 2][y % 4];
    } else {
      cells[y][x] = 1;
    }
  }

  private static String text(int[] row, boolean braille) {
    StringBuilder text = new StringBuilder();
    for (int cell : row) {
      text.append(cell == 0 ? ' ' : braille ? (char) (BRAILLE + cell) : '*');
    }
    return text.toString();
  }

  /** From the top down; -1 where there is no value. */
  private static int row(double value, double top, int rows) {
    if (Double.isNaN(value)) {
      return -1;
    }
    double share = Math.clamp(value / top, 0, 1);
    return rows - 1 - (int) Math.min(rows - 1, Math.floor(share * rows));
  }

  /** A value for each column: where several share one, the greatest, so that no peak is lost. */
  static double[] spread(double[] values, int columns) {
    double[] spread = new double[columns];
    Arrays.fill(spread, Double.NaN);
    if (values.length == 0) {
      return spread;
    }
    for (int x = 0; x < columns; x++) {
      int from = (int) ((long) x * values.length / columns);
      int to = Math.max(from + 1, (int) ((x + 1L) * values.length / columns));
      for (int i = from; i < Math.min(to, values.length); i++) {
        if (!Double.isNaN(values[i])) {
          spread[x] = Double.isNaN(spread[x]) ? values[i] : Math.max(spread[x], values[i]);
        }
      }
    }
    return spread;
  }
}
