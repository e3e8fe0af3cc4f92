package io.pickglass.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a question, in order, each with its place in the text. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(<=|>=|!=|!~|==|[<>=~()])|([^\\s<>=!~()\"']+))");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h|d|)");
  private static final Map<String, Double> NANOS =
      Map.of(
          "ns", 1d, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9, "d",
          86400e9);

  private record Token(String text, boolean quoted, int at) {}

  private final List<Token> all = new ArrayList<>();
  private final int end;
  private int next;

  Tokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        String rest = text.substring(at).stripLeading();
        throw new IllegalArgumentException(
            "at character "
                + (text.length() - rest.length() + 1)
                + ": \""
                + rest.strip()
                + "\" has no end");
      }
      all.add(token(matcher));
      at = matcher.end();
    }
    end = text.length();
  }

  private static Token token(Matcher matcher) {
    for (int group = 1; group <= 4; group++) {
      String found = matcher.group(group);
      if (found != null) {
        String text = group == 1 ? found.replaceAll("\\\\(.)", "$1") : found;
        return new Token(
            text.equals("==") && group == 3 ? "=" : text, group < 3, matcher.start(group));
      }
    }
    throw new IllegalStateException("no group of " + matcher);
  }

  boolean isAtEnd() {
    return next == all.size();
  }

  /** Takes that word or sign, if it comes next. */
  boolean takes(String word) {
    boolean is = !isAtEnd() && !all.get(next).quoted && all.get(next).text.equalsIgnoreCase(word);
    if (is) {
      next++;
    }
    return is;
  }

  void expect(String word) {
    if (!takes(word)) {
      next++;
      throw unexpected(word);
    }
  }

  /** The next word, whatever it is. */
  String word(String expected) {
    next++;
    if (next > all.size() || !isWord(all.get(next - 1))) {
      throw unexpected(expected);
    }
    return all.get(next - 1).text;
  }

  private static boolean isWord(Token token) {
    return token.quoted || !token.text.matches("[<>=~()]|<=|>=|!=|!~");
  }

  /** The next word as a number of rows. */
  int number(String of) {
    String word = word("a number from 0 on for " + of);
    if (!word.matches("\\d{1,10}")) {
      throw unexpected("a number from 0 on for " + of);
    }
    return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(word));
  }

  /** The next word as a value of that column. */
  long amount(Column<?> column) {
    boolean time = column.type() == Column.Type.TIME;
    String expected =
        time ? "a time such as 5ms for " + column.word() : "a number for " + column.word();
    Matcher matcher = AMOUNT.matcher(word(expected));
    if (!matcher.matches() || !time && !matcher.group(2).isEmpty()) {
      throw unexpected(expected);
    }
    double unit = matcher.group(2).isEmpty() ? 1 : NANOS.getOrDefault(matcher.group(2), 1d);
    return Math.round(Double.parseDouble(matcher.group(1)) * unit);
  }

  /** What was taken last was not what was expected. */
  IllegalArgumentException unexpected(String expected) {
    int last = next - 1;
    return last >= all.size()
        ? new IllegalArgumentException(
            "at character " + (end + 1) + ": the query ends, expected " + expected)
        : new IllegalArgumentException(
            "at character "
                + (all.get(last).at + 1)
                + ": \""
                + all.get(last).text
                + "\", expected "
                + expected);
  }
}
