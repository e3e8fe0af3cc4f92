package io.pickglass.repl.terminal;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The colours of a screen; JLine takes the nearest where a terminal has fewer. */
final class Palette {
  private static final int MANY = 256;

  private final Colours colours;

  Palette(Colours colours) {
    this.colours = colours;
  }

  /** A line as the terminal wants it; without colours it is nothing but its text. */
  String ansi(Row row) {
    if (colours.areOff()) {
      return row.text();
    }
    AttributedStringBuilder line = new AttributedStringBuilder();
    for (Span span : row.spans()) {
      AttributedStyle style = style(span.ink());
      line.styled(span.bold() ? style.bold() : style, span.text());
    }
    return colours.ansi(line.toAttributedString());
  }

  private AttributedStyle style(Ink ink) {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    if (colours.count() < MANY) {
      return switch (ink) {
        case PLAIN -> plain;
        case STRONG -> plain.foreground(AttributedStyle.CYAN);
        case DIM -> plain.faint();
        case NOTE, MICROS -> plain.foreground(AttributedStyle.BLUE);
        case GOOD, MILLIS -> plain.foreground(AttributedStyle.GREEN);
        case BAD, MINUTES -> plain.foreground(AttributedStyle.RED);
        case NANOS -> plain.foreground(AttributedStyle.CYAN);
        case SECONDS -> plain.foreground(AttributedStyle.YELLOW);
      };
    }
    return switch (ink) {
      case PLAIN -> plain;
      case STRONG -> plain.foregroundRgb(0x5fd7ff);
      case DIM -> plain.foregroundRgb(0x8a8a8a);
      case NOTE -> plain.foregroundRgb(0x87afff);
      case GOOD -> plain.foregroundRgb(0x87d787);
      case BAD -> plain.foregroundRgb(0xff5f5f);
      case NANOS -> plain.foregroundRgb(0x87d7ff);
      case MICROS -> plain.foregroundRgb(0x5fafff);
      case MILLIS -> plain.foregroundRgb(0x87d787);
      case SECONDS -> plain.foregroundRgb(0xffd75f);
      case MINUTES -> plain.foregroundRgb(0xff8787);
    };
  }
}
