package io.pickglass.repl.view;

import io.pickglass.repl.target.LocalJvms.Probed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** The JVMs of this machine, a line each. */
public final class JvmsView {
  private static final List<Column<Probed>> COLUMNS =
      List.of(
          column("pid", Column.Align.RIGHT, 0, (jvm, _) -> Long.toString(jvm.jvm().pid())),
          column("program", Column.Align.LEFT, 1, (jvm, _) -> jvm.jvm().program()),
          column("jdk", Column.Align.LEFT, 3, (jvm, _) -> jvm.jdk().isEmpty() ? "?" : jvm.jdk()),
          column("pickglass", Column.Align.LEFT, 2, JvmsView::presence),
          column("agent", Column.Align.LEFT, 4, (jvm, _) -> jvm.agent()));

  private JvmsView() {}

  /** The lines. */
  public static List<Line> lines(List<Probed> jvms, int width, Symbols symbols) {
    if (jvms.isEmpty()) {
      return List.of(Line.note(symbols.fit("no other JVM of yours runs here", width)));
    }
    List<Line> lines = new ArrayList<>(Table.of(COLUMNS, jvms, width, symbols).lines(jvms));
    if (jvms.stream().anyMatch(jvm -> presence(jvm, symbols).equals("?"))) {
      String more = "?: not known without starting its JMX agent; `jvms --probe` does";
      lines.add(Line.note(symbols.fit(more, width)));
    }
    return lines;
  }

  private static String presence(Probed jvm, Symbols symbols) {
    return switch (jvm.presence()) {
      case YES -> jvm.mode();
      case NO -> "no";
      case UNKNOWN -> "?";
    };
  }

  private static Column<Probed> column(
      String header, Column.Align align, int priority, BiFunction<Probed, Symbols, String> text) {
    Comparator<Probed> byPid = Comparator.comparingLong(jvm -> jvm.jvm().pid());
    return new Column<>(header, 6, align, priority, byPid, text);
  }
}
