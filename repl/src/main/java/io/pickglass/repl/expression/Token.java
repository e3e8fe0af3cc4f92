package io.pickglass.repl.expression;

/**
 * A part of an expression.
 *
 * @param kind what it is
 * @param text as it stands there, without quotes
 * @param number of a number, in the units of metrics
 * @param position where it begins
 */
record Token(Kind kind, String text, Amount number, int position) {
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  /** For sentences. */
  String shown() {
    return kind == Kind.END ? "the end" : "`" + text + "`";
  }
}
