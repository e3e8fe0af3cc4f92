package io.pickglass.repl.top;

import io.pickglass.repl.target.Timeouts;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.DisplayWidth;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Paragraph;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.TaskText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole screen: the title, the view, what is to be said, and what keys do. */
final class FrameView {
  /** The lines above the view. */
  static final int TITLE = 1;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final List<String> VIEWS =
      List.of(
          "? help",
          "q quit",
          "t tasks",
          "m monitors",
          "w workers",
          "r resources",
          "! warnings",
          "space pause");
  private static final String GAP = "  ";

  private FrameView() {}

  /** How many lines the view has. */
  static int height(App app, int width, int height) {
    return Math.max(0, height - TITLE - foot(app, width, height).size());
  }

  /** The frame at that instant of {@link System#nanoTime}. */
  static Frame draw(App app, int width, int height, long nowNanos, ZoneId zone, Look look) {
    List<Row> rows = new ArrayList<>();
    rows.add(title(app, nowNanos, zone));
    int room = height(app, width, height);
    List<Row> page = room > 0 ? app.page().rows(width, room, look) : List.of();
    for (int i = 0; i < room; i++) {
      rows.add(i < page.size() ? page.get(i) : Row.EMPTY);
    }
    rows.addAll(foot(app, width, height));
    return Frame.of(rows, width, height, look.symbols());
  }

  private static Row title(App app, long nowNanos, ZoneId zone) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.bold(TaskText.clean(app.target()), Ink.STRONG));
    spans.add(Span.plain(GAP));
    spans.add(Connection.title(app.connection(), nowNanos));
    if (app.isPaused()) {
      spans.add(Span.bold(GAP + "PAUSED", Ink.BAD));
    }
    if (app.time().moment() != 0) {
      spans.add(Span.bold(GAP + at(app.time(), zone), Ink.BAD));
    }
    spans.add(Span.of(GAP + "every " + Timeouts.text(app.period()), Ink.DIM));
    spans.add(Span.of(GAP + app.page().name(), Ink.NOTE));
    return new Row(List.copyOf(spans));
  }

  private static String at(ShownTime time, ZoneId zone) {
    String at = Instant.ofEpochMilli(time.moment()).atZone(zone).format(TIME);
    String ago = Durations.brief(time.agoMillis() / 1000 * 1_000_000_000, Symbols.ASCII);
    return "AT %s, %s".formatted(at, time.isRecorded() ? ago + " BEFORE ITS END" : ago + " AGO");
  }

  private static List<Row> foot(App app, int width, int height) {
    List<Row> rows = new ArrayList<>();
    if (height < 4) {
      return rows;
    }
    String said = app.problem().isEmpty() ? app.notice() : app.problem();
    if (!said.isEmpty()) {
      List<String> lines = Paragraph.of(TaskText.clean(said), "", width);
      int most = Math.clamp(height / 4, 1, 4);
      lines.stream().limit(most).forEach(line -> rows.add(Row.of(line, Ink.BAD)));
    }
    List<String> all = new ArrayList<>(app.page().typing().isPresent() ? List.of() : VIEWS);
    all.addAll(app.page().controls());
    // A low screen keeps its lines for the view; `?` comes first and tells the rest.
    List<Row> controls = controls(all, width);
    rows.addAll(controls.subList(0, Math.min(controls.size(), Math.max(1, height / 6))));
    return rows;
  }

  /** As many lines as they need; none is cut unless it is wider than the screen. */
  private static List<Row> controls(List<String> controls, int width) {
    List<Row> rows = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    int used = 0;
    for (String control : controls) {
      int needs = DisplayWidth.of(control) + (line.isEmpty() ? 0 : GAP.length());
      if (!line.isEmpty() && used + needs > width) {
        rows.add(new Row(List.copyOf(line)));
        line.clear();
        used = 0;
        needs = DisplayWidth.of(control);
      }
      int space = control.indexOf(' ');
      line.add(Span.bold((line.isEmpty() ? "" : GAP) + control.substring(0, space), Ink.STRONG));
      line.add(Span.of(control.substring(space), Ink.DIM));
      used += needs;
    }
    rows.add(new Row(List.copyOf(line)));
    return rows;
  }
}
