package io.pickglass.repl.view;

import java.lang.Character.UnicodeScript;

/**
 * How many columns of a terminal a text takes: two for a sign of East Asia or an emoji, none for an
 * accent that stands on the letter before it.
 */
public final class DisplayWidth {
  // The forms that are as wide as the signs of East Asia, and those signs' own punctuation.
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}
  };

  private DisplayWidth() {}

  /** Of a text without control characters. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += of(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /** The longest beginning of a text that is no wider. */
  public static String cut(String text, int most) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += of(c);
      if (width > most) {
        return text.substring(0, i);
      }
      i += Character.charCount(c);
    }
    return text;
  }

  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> Character.isEmojiPresentation(c) || isEastAsian(c) ? 2 : 1;
    };
  }

  private static boolean isEastAsian(int c) {
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> c < 0xFF61 || c > 0xFFDC;
      default -> false;
    };
  }
}
