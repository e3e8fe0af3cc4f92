package io.pickglass.repl.top.page;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.top.link.Question;
import io.pickglass.repl.view.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** What keys do, and what the columns of the view before it mean. */
public final class HelpPage extends DocPage {
  private static final List<String> KEYS =
      List.of(
          "t m w ! r   tasks, monitors, runtimes and their workers, warnings, resources",
          "Enter Esc   open the selected row, go back to where one came from",
          "up down j k select; the row stays selected wherever it moves",
          "PgUp PgDn   a page; gg and Home the first row, G and End the last",
          "left right  sort by the column beside; h l the same; 1 to 9 by that column",
          "i           sort the other way round",
          "/           filter tasks: a word, or an expression such as busy > 5ms",
          "b           group tasks by location, name, monitor, state, or not",
          "n           only tasks of which a warning tells",
          "space       pause what is shown; collecting goes on",
          "[ ]         a second back, a second on; { } ten; < > a minute; \\ now",
          "+ -         refresh more often, less often",
          "c           choose columns",
          "y           copy the row to the clipboard",
          "L           bars of a task linear or logarithmic",
          "Tab         select a task or resource in a text; Enter opens it",
          "q Ctrl-C    leave");

  private final String of;
  private final List<String> meanings;

  /** Of the view before it. */
  public HelpPage(Page page) {
    of = page.name();
    meanings = page.meanings();
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public Question question() {
    return (_, _) -> () -> {};
  }

  @Override
  List<Row> text(int width, Look look) {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(Span.bold("Keys", Ink.STRONG)));
    KEYS.forEach(key -> rows.add(Row.of(Span.plain(key))));
    if (!meanings.isEmpty()) {
      rows.add(Row.EMPTY);
      rows.add(Row.of(Span.bold("Columns of " + of, Ink.STRONG)));
      meanings.forEach(meaning ->
          Paragraph.of(meaning, "", Math.max(1, width))
              .forEach(line -> rows.add(Row.of(Span.plain(line)))));
    }
    return rows;
  }
}
