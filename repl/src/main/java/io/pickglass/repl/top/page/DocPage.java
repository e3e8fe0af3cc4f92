package io.pickglass.repl.top.page;

import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A view of text that can be scrolled. */
abstract class DocPage implements Page {
  private static final int WHEEL = 3;

  private int top;
  private int height = 1;
  private int lines;
  private final Links links = new Links();

  /** All of its lines, none wider. */
  abstract List<Row> text(int width, Look look);

  /** The ids of tasks and resources in it that can be opened. */
  Set<String> ids() {
    return Set.of();
  }

  @Override
  public void arrange(int width, int newHeight, Look look) {
    height = newHeight;
    List<Row> text = text(width, look);
    lines = text.size();
    links.find(text, ids());
    top = Math.clamp(top, 0, Math.max(0, lines - height));
  }

  @Override
  public List<Row> rows(int width, int newHeight, Look look) {
    List<Row> all = text(width, look);
    List<Row> rows = new ArrayList<>();
    for (int line = top; line < Math.min(all.size(), top + newHeight); line++) {
      rows.add(links.marked(all.get(line), line));
    }
    return rows;
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
      case "Tab" -> select(1);
      case "BackTab" -> select(-1);
      default -> {
        return false;
      }
    }
    top = Math.clamp(top, 0, Math.max(0, lines - height));
    return true;
  }

  private void select(int by) {
    links.move(by);
    links
        .selected()
        .ifPresent(
            place -> top = Math.clamp(top, Math.max(0, place.line() - height + 1), place.line()));
  }

  @Override
  public Optional<Page> opened() {
    return links
        .selected()
        .map(place ->
            place.id().startsWith("r") ? new ResourcePage(place.id()) : new TaskPage(place.id()));
  }

  @Override
  public List<String> controls() {
    return links.isEmpty()
        ? List.of("Esc back", "up down scroll")
        : List.of("Tab selects", "Enter opens", "Esc back", "up down scroll");
  }

  @Override
  public void at(long moment) {}

  @Override
  public void forget() {}
}
