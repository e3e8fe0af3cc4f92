package io.pickglass.repl.top.page;

import io.pickglass.model.Warning;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.TaskText;
import java.util.ArrayList;
import java.util.List;

/** What is the matter, in a few lines above a table. */
final class WarningBox {
  private WarningBox() {}

  static List<Row> rows(List<Warning> active, int width, int most, Look look) {
    List<Row> rows = new ArrayList<>();
    boolean all = active.size() <= most;
    for (Warning warning : active.subList(0, all ? active.size() : most - 1)) {
      rows.add(row(clean(warning.summary(), look), look).fit(width, look.symbols()));
    }
    if (!all) {
      long more = active.size() - (most - 1L);
      rows.add(row(more + (most > 1 ? " more warnings" : " warnings") + ": ! shows them", look));
    }
    return rows;
  }

  private static Row row(String text, Look look) {
    return Row.of(Span.bold(look.warning() + " ", Ink.BAD), Span.of(text, Ink.BAD));
  }

  private static String clean(String text, Look look) {
    return TaskText.clean(text)
        .replace("µs", look.symbols().micro())
        .replace("…", look.symbols().ellipsis());
  }
}
