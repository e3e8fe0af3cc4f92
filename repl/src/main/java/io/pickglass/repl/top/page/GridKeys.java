package io.pickglass.repl.top.page;

import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.table.Grid;

/** The keys that all tables have in common. */
final class GridKeys {
  private static final int WHEEL = 3;

  private boolean afterG;

  /** Whether the key meant something. */
  boolean press(Key key, Grid<?> grid) {
    boolean second = afterG;
    afterG = false;
    switch (key.name()) {
      case "Up", "k" -> grid.move(-1);
      case "Down", "j" -> grid.move(1);
      case "Left", "h" -> grid.sortBeside(-1);
      case "Right", "l" -> grid.sortBeside(1);
      case "PageUp" -> grid.move(-Math.max(2, grid.page()));
      case "PageDown" -> grid.move(Math.max(2, grid.page()));
      case "WheelUp" -> grid.move(-WHEEL);
      case "WheelDown" -> grid.move(WHEEL);
      case "Home" -> grid.toEnd(false);
      case "End", "G" -> grid.toEnd(true);
      case "g" -> {
        if (second) {
          grid.toEnd(false);
        } else {
          afterG = true;
        }
      }
      case "i" -> grid.invert();
      case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" -> {
        int number = Integer.parseInt(key.name());
        grid.sortByNumber(number == 0 ? 10 : number);
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
