package io.pickglass.repl.picture;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.List;

/** Numbers that can be drawn. */
public sealed interface Picture permits LineChart, BarChart {
  /** In text of at most that width. */
  List<Line> lines(int width, Symbols symbols);

  /** As a file of its own. */
  String svg();
}
