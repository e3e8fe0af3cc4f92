package io.pickglass.repl.top.frame;

import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;

/**
 * With which signs a screen is drawn.
 *
 * @param symbols those that views have in common
 * @param falling marks the column by which rows are sorted, the greatest first
 * @param rising marks it, the smallest first
 * @param warning stands before warnings
 * @param shown stands before what the program knows
 * @param hidden stands before what is a part of something else
 */
public record Look(
    Symbols symbols, String falling, String rising, String warning, String shown, String hidden) {
  /** For terminals that can. */
  public static final Look UNICODE = new Look(Symbols.UNICODE, "▿", "▵", "⚠", "✅ ", "🔒 ");

  /** For all others. */
  public static final Look ASCII = new Look(Symbols.ASCII, "-", "+", "!", "", "");

  /** That of a terminal with these symbols. */
  public static Look of(Symbols symbols) {
    return symbols.equals(Symbols.UNICODE)
        ? UNICODE
        : new Look(symbols, ASCII.falling, ASCII.rising, ASCII.warning, ASCII.shown, ASCII.hidden);
  }

  /** A time for a table; a dash for one that is not known. */
  public Span time(long nanos) {
    return nanos < 0
        ? Span.of(symbols.absent(), Ink.DIM)
        : Span.of(Durations.brief(nanos, symbols), Ink.ofNanos(nanos));
  }

  /** A number for a table; a dash for one that is not known. */
  public Span count(long count) {
    return count < 0 ? Span.of(symbols.absent(), Ink.DIM) : Span.plain(Long.toString(count));
  }
}
