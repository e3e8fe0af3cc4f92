package io.pickglass.repl.view;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * The characters beyond ASCII that views use, each with its substitute.
 *
 * @param micro the unit of microseconds
 * @param absent what stands for a value that cannot be known
 * @param ellipsis the end of a text that was cut
 */
public record Symbols(String micro, String absent, String ellipsis) {
  /** For terminals that can. */
  public static final Symbols UNICODE = new Symbols("µs", "–", "…");

  /** For all others. */
  public static final Symbols ASCII = new Symbols("us", "-", "~");

  /** The symbols that this charset can write. */
  public static Symbols in(Charset charset) {
    if (!charset.canEncode()) {
      return ASCII;
    }
    CharsetEncoder encoder = charset.newEncoder();
    boolean all = encoder.canEncode(UNICODE.micro + UNICODE.absent + UNICODE.ellipsis);
    return all ? UNICODE : ASCII;
  }

  /** The text, cut to a width with an ellipsis. */
  public String fit(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    return width < 1 ? "" : text.substring(0, width - 1) + ellipsis;
  }
}
