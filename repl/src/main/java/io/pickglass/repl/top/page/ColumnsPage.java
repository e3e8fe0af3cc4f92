package io.pickglass.repl.top.page;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.Question;
import java.util.ArrayList;
import java.util.List;

/** Which columns of the view before it are shown. */
public final class ColumnsPage implements Page {
  private final Page of;
  private int selected;
  private int top;

  /** Of that view. */
  public ColumnsPage(Page page) {
    of = page;
  }

  @Override
  public String name() {
    return "columns of " + of.name();
  }

  @Override
  public Question question() {
    return of.question();
  }

  @Override
  public void arrange(int width, int height, Look look) {
    int room = Math.max(1, height - 1);
    top = Math.clamp(top, Math.max(0, selected - room + 1), selected);
  }

  @Override
  public List<Row> rows(int width, int height, Look look) {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(Span.bold(name(), Ink.STRONG)));
    List<Choice> choices = of.columns();
    for (int i = top; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      String text = (choice.shown() ? "[x] " : "[ ] ") + choice.name();
      Row row = Row.of(Span.plain((i == selected ? ">> " : "   ") + text));
      rows.add(i == selected ? row.bold() : row);
    }
    return rows;
  }

  @Override
  public boolean press(Key key) {
    int count = Math.max(1, of.columns().size());
    switch (key.name()) {
      case "Up", "k", "WheelUp" -> selected = Math.floorMod(selected - 1, count);
      case "Down", "j", "WheelDown" -> selected = Math.floorMod(selected + 1, count);
      case " ", "x", "Enter" -> of.toggle(of.columns().get(selected).name());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> controls() {
    return List.of("space shows or hides", "Esc back");
  }

  @Override
  public void at(long moment) {
    of.at(moment);
  }

  @Override
  public void forget() {
    of.forget();
  }
}
