package io.pickglass.repl.top.frame;

import io.pickglass.repl.view.DisplayWidth;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a screen.
 *
 * @param spans from left to right
 */
public record Row(List<Span> spans) {
  /** Nothing. */
  public static final Row EMPTY = new Row(List.of());

  /** Of these pieces. */
  public static Row of(Span... spans) {
    return new Row(List.of(spans));
  }

  /** Of one piece. */
  public static Row of(String text, Ink ink) {
    return of(Span.of(text, ink));
  }

  /** A line of a view of the prompt. */
  public static Row of(Line line) {
    return switch (line.tone()) {
      case PLAIN -> of(Span.plain(line.text()));
      case HEADER -> of(Span.bold(line.text(), Ink.STRONG));
      case NOTE -> of(line.text(), Ink.NOTE);
      case GOOD -> of(line.text(), Ink.GOOD);
      case BAD -> of(line.text(), Ink.BAD);
    };
  }

  /** Its text. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** How many columns it takes. */
  public int width() {
    return spans.stream().mapToInt(span -> DisplayWidth.of(span.text())).sum();
  }

  /** The same, all of it bold. */
  public Row bold() {
    return new Row(spans.stream().map(span -> Span.bold(span.text(), span.ink())).toList());
  }

  /** The same, all of it dim. */
  public Row dim() {
    return new Row(spans.stream().map(span -> Span.of(span.text(), Ink.DIM)).toList());
  }

  /** The same, cut with an ellipsis if it is wider. */
  public Row fit(int width, Symbols symbols) {
    if (width() <= width) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int room = width - 1;
    for (Span span : spans) {
      String text = DisplayWidth.cut(span.text(), Math.max(0, room));
      kept.add(new Span(text, span.ink(), span.bold()));
      room -= DisplayWidth.of(span.text());
      if (room < 0) {
        break;
      }
    }
    if (width > 0) {
      kept.add(Span.plain(symbols.ellipsis()));
    }
    return new Row(List.copyOf(kept));
  }
}
