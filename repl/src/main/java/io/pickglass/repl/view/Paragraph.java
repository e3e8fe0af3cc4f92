package io.pickglass.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
public final class Paragraph {
  private Paragraph() {}

  /** The lines, each after {@code indent}; a word that is wider than a line is cut into pieces. */
  public static List<String> of(String text, String indent, int width) {
    String margin = indent.length() < width ? indent : "";
    int room = Math.max(1, width - margin.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > room) {
        lines.add(margin + line);
        line.setLength(0);
      }
      while (rest.length() > room) {
        lines.add(margin + rest.substring(0, room));
        rest = rest.substring(room);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(margin + line);
    return lines;
  }
}
