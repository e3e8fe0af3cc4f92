package io.pickglass.repl.expression;

import io.pickglass.catalog.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a text apart. */
final class Scanner {
  private static final int LONGEST = 2_000;
  private static final List<String> SIGNS =
      List.of(
          "<=", ">=", "==", "!=", "&&", "||", "<", ">", "=", "(", ")", "+", "-", "*", "/", "!",
          ",");

  private record Scale(double factor, Unit unit) {}

  private static final Map<String, Scale> UNITS =
      Map.ofEntries(
          Map.entry("ns", new Scale(1, Unit.NANOS)),
          Map.entry("us", new Scale(1e3, Unit.NANOS)),
          Map.entry("µs", new Scale(1e3, Unit.NANOS)),
          Map.entry("ms", new Scale(1e6, Unit.NANOS)),
          Map.entry("s", new Scale(1e9, Unit.NANOS)),
          Map.entry("m", new Scale(60e9, Unit.NANOS)),
          Map.entry("h", new Scale(3600e9, Unit.NANOS)),
          Map.entry("%", new Scale(0.01, Unit.RATIO)),
          Map.entry("B", new Scale(1, Unit.BYTES)),
          Map.entry("kB", new Scale(1e3, Unit.BYTES)),
          Map.entry("MB", new Scale(1e6, Unit.BYTES)),
          Map.entry("GB", new Scale(1e9, Unit.BYTES)));

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Scanner(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          text.substring(0, 20) + "...",
          LONGEST,
          "it is longer than %d characters".formatted(LONGEST));
    }
    Scanner scanner = new Scanner(text);
    while (scanner.next()) {}
    return scanner.tokens;
  }

  private boolean next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      add(Token.Kind.END, "", at);
      return false;
    }
    char c = text.charAt(at);
    if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
      number();
    } else if (isNameStart() || c == '\'' || c == '"') {
      name();
    } else {
      sign();
    }
    return true;
  }

  private void sign() {
    int start = at;
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        add(Token.Kind.SIGN, sign, start);
        return;
      }
    }
    throw new ExpressionException(
        text, at, "`%s` is no part of an expression".formatted(text.substring(at, at + 1)));
  }

  private void number() {
    int start = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    double value = Double.parseDouble(text.substring(start, at));
    int unit = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '%')) {
      at++;
    }
    String word = text.substring(unit, at);
    Scale scale = UNITS.get(word.replace('\u03bc', '\u00b5'));
    if (scale == null && !word.isEmpty()) {
      throw new ExpressionException(
          text,
          unit,
          "`%s` is no unit: there are ns, us, ms, s, m, h, %%, B, kB, MB, GB".formatted(word));
    }
    Amount amount =
        scale == null ? Amount.plain(value) : new Amount(value * scale.factor(), scale.unit());
    tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, at), amount, start));
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  /** Names have dots and dashes in them: a minus between names needs a space before it. */
  private void name() {
    int start = at;
    StringBuilder name = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        int end = text.indexOf(c, at + 1);
        if (end < 0) {
          throw new ExpressionException(text, at, "the quote is not closed");
        }
        name.append(text, at + 1, end);
        at = end + 1;
      } else if (isNamePart(c)) {
        name.append(c);
        at++;
      } else {
        break;
      }
    }
    add(Token.Kind.NAME, name.toString(), start);
  }

  private boolean isNameStart() {
    char c = text.charAt(at);
    return Character.isLetter(c) || c == '_' || text.startsWith("*.", at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "._-:*".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void add(Token.Kind kind, String word, int position) {
    tokens.add(new Token(kind, word, Amount.ZERO, position));
  }
}
