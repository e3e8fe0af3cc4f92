package io.pickglass.repl.view;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * The characters beyond ASCII that views use, each with its substitute.
 *
 * @param micro the unit of microseconds
 * @param absent what stands for a value that cannot be known
 * @param ellipsis the end of a text that was cut
 * @param bars from the lowest bar to the highest
 * @param states of a task: running, ready, waiting, over, failed
 * @param visibility before the word for what a program knows, and for what is inside of that
 */
public record Symbols(
    String micro,
    String absent,
    String ellipsis,
    String bars,
    List<String> states,
    List<String> visibility) {
  /** For terminals that can. */
  public static final Symbols UNICODE =
      new Symbols(
          "µs", "–", "…", "▁▂▃▄▅▆▇█", List.of("▶", "⏫", "⏸", "⏹", "✖"), List.of("✅ ", "🔒 "));

  /** For all others. */
  public static final Symbols ASCII =
      new Symbols("us", "-", "~", ".:-=+*#@", List.of(">", "^", "=", "#", "x"), List.of("", ""));

  /** The symbols that this charset can write. */
  public static Symbols in(Charset charset) {
    if (!charset.canEncode()) {
      return ASCII;
    }
    CharsetEncoder encoder = charset.newEncoder();
    if (!encoder.canEncode(UNICODE.micro + UNICODE.absent + UNICODE.ellipsis)) {
      return ASCII;
    }
    // Many a Western charset has the others.
    String others =
        UNICODE.bars + String.join("", UNICODE.states) + String.join("", UNICODE.visibility);
    return encoder.canEncode(others)
        ? UNICODE
        : new Symbols(
            UNICODE.micro,
            UNICODE.absent,
            UNICODE.ellipsis,
            ASCII.bars,
            ASCII.states,
            ASCII.visibility);
  }

  /** Whether blocks, lines and braille can be written. */
  public boolean hasBlocks() {
    return bars.equals(UNICODE.bars);
  }

  /** The bar of a share of the highest one: a space for 0, and for no other. */
  public char bar(double share) {
    int level = (int) Math.ceil(share * bars.length());
    return level <= 0 ? ' ' : bars.charAt(Math.min(level, bars.length()) - 1);
  }

  /** The text, cut to a width with an ellipsis. */
  public String fit(String text, int width) {
    if (DisplayWidth.of(text) <= width) {
      return text;
    }
    return width < 1 ? "" : DisplayWidth.cut(text, width - 1) + ellipsis;
  }
}
