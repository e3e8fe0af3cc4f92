package io.pickglass.repl.top.page;

import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import java.util.List;

/** A view of text that can be scrolled. */
abstract class DocPage implements Page {
  private static final int WHEEL = 3;

  private int top;
  private int height = 1;
  private int lines;

  /** All of its lines, none wider. */
  abstract List<Row> text(int width, Look look);

  @Override
  public void arrange(int width, int newHeight, Look look) {
    height = newHeight;
    lines = text(width, look).size();
    top = Math.clamp(top, 0, Math.max(0, lines - height));
  }

  @Override
  public List<Row> rows(int width, int newHeight, Look look) {
    List<Row> all = text(width, look);
    int from = Math.min(top, all.size());
    return all.subList(from, Math.min(all.size(), from + Math.max(0, newHeight)));
  }

  @Override
  public boolean press(Key key) {
    int page = Math.max(1, height - 1);
    switch (key.name()) {
      case "Up", "k" -> top--;
      case "Down", "j" -> top++;
      case "PageUp" -> top -= page;
      case "PageDown" -> top += page;
      case "WheelUp" -> top -= WHEEL;
      case "WheelDown" -> top += WHEEL;
      case "Home", "g" -> top = 0;
      case "End", "G" -> top = lines;
      default -> {
        return false;
      }
    }
    top = Math.clamp(top, 0, Math.max(0, lines - height));
    return true;
  }

  @Override
  public List<String> controls() {
    return List.of("Esc back", "up down scroll");
  }

  @Override
  public void at(long moment) {}

  @Override
  public void forget() {}
}
