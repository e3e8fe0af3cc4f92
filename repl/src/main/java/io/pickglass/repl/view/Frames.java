package io.pickglass.repl.view;

import java.util.List;

/** A stack, the innermost frames first. */
final class Frames {
  private static final int MOST = 12;

  private Frames() {}

  static void add(List<Line> lines, List<String> frames, int width, Symbols symbols) {
    for (String frame : frames.subList(0, Math.min(MOST, frames.size()))) {
      lines.add(Line.plain(symbols.fit("    " + TaskText.clean(frame), width)));
    }
    if (frames.size() > MOST) {
      lines.add(Line.note(symbols.fit("    and " + (frames.size() - MOST) + " more", width)));
    }
  }
}
