package io.pickglass.repl.view;

import java.util.List;

/** A name and its value; a long value goes on below itself. */
final class Labelled {
  private static final String LABEL = "%-17s";

  private Labelled() {}

  /** Adds its lines; none without a value. */
  static void add(List<Line> lines, String name, String value, int width) {
    if (value.isEmpty()) {
      return;
    }
    String label = LABEL.formatted(name);
    if (width <= 2 * label.length()) {
      Paragraph.of(name + ": " + TaskText.clean(value), "", width)
          .forEach(line -> lines.add(Line.plain(line)));
      return;
    }
    List<String> parts = Paragraph.of(TaskText.clean(value), " ".repeat(label.length()), width);
    lines.add(Line.plain(label + parts.getFirst().substring(label.length())));
    parts.stream().skip(1).forEach(line -> lines.add(Line.plain(line)));
  }
}
