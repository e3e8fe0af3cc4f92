package io.pickglass.repl.terminal;

import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * How many colours there are.
 *
 * @param count 0 for none, not even bold
 */
record Colours(int count) {
  private static final int TRUE = 1 << 24;
  private static final int FEW = 8;

  /**
   * What is wished, and if that is {@code auto}, what the terminal can. A word that is none counts
   * as {@code auto}: it must not stop the start.
   *
   * @param type the terminal's
   * @param known how many it says it has, 0 if it does not say
   */
  static Colours of(String wish, Map<String, String> environment, String type, int known) {
    return switch (wish.toLowerCase(Locale.ROOT)) {
      case "off" -> new Colours(0);
      case "8" -> new Colours(FEW);
      case "16" -> new Colours(16);
      case "256" -> new Colours(256);
      case "truecolor" -> new Colours(TRUE);
      default -> detected(environment, type, known);
    };
  }

  private static Colours detected(Map<String, String> environment, String type, int known) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || type.startsWith("dumb")) {
      return new Colours(0);
    }
    return switch (environment.getOrDefault("COLORTERM", "")) {
      case "truecolor", "24bit" -> new Colours(TRUE);
      default -> new Colours(known > 0 ? known : FEW);
    };
  }

  boolean areOff() {
    return count == 0;
  }

  String paint(String text, AttributedStyle style) {
    // Unstyled text as it is: JLine would write the lines of charts as +, - and |.
    return style.equals(AttributedStyle.DEFAULT) ? text : paint(new AttributedString(text, style));
  }

  /** Text of several styles. */
  String paint(AttributedString text) {
    return areOff() ? text.toString() : text.toAnsi(count, mode());
  }

  /** A text with styles in it, for a terminal that has colours. */
  String ansi(AttributedString text) {
    return text.toAnsi(count, mode());
  }

  private ForceMode mode() {
    return count >= TRUE ? ForceMode.ForceTrueColors : ForceMode.None;
  }
}
