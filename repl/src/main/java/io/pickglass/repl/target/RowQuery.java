package io.pickglass.repl.target;

import io.pickglass.model.TaskRow;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question for tasks in the language of targets, {@code where busy > 5ms and name ~ GET sort busy
 * desc limit 50}, asked of rows that were recorded.
 */
final class RowQuery {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([()]|[<>!]=|!~|[=<>~])|([^\\s()=<>~!\"']+|!))");
  private static final int DEEPEST = 200;

  private final List<String> tokens = new ArrayList<>();
  private final List<Boolean> quoted = new ArrayList<>();
  private int at;
  private int depth;
  private Predicate<TaskRow> where = row -> true;
  private RowColumn sort = RowColumn.TOTAL;
  private @Nullable Boolean descending;
  private @Nullable Function<TaskRow, String> group;
  private int limit = 50;
  private int offset;

  private RowQuery(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String inDouble = matcher.group(1);
      String inSingle = matcher.group(2);
      tokens.add(
          inDouble != null
              ? inDouble.replaceAll("\\\\(.)", "$1")
              : inSingle != null ? inSingle : matcher.group().strip());
      quoted.add(inDouble != null || inSingle != null);
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw bad(
          "`%s` is not closed or no part of a question for tasks"
              .formatted(text.substring(end).strip()));
    }
  }

  /** Reads a question; what is wrong with it is a {@link TargetException}. */
  static RowQuery of(String text) {
    RowQuery query = new RowQuery(text);
    while (query.at < query.tokens.size()) {
      query.clause();
    }
    return query;
  }

  Predicate<TaskRow> where() {
    return where;
  }

  Comparator<TaskRow> order() {
    Comparator<TaskRow> order = sort.order();
    return (descending() ? order.reversed() : order)
        .thenComparingLong(TaskRow::createdMillis)
        .thenComparing(RowColumn.ID.order());
  }

  String sortedBy() {
    return sort.word();
  }

  boolean descending() {
    return descending == null ? sort.isNumber() : descending;
  }

  @Nullable Function<TaskRow, String> group() {
    return group;
  }

  int limit() {
    return limit;
  }

  int offset() {
    return offset;
  }

  private void clause() {
    switch (word("where, sort, group, limit or offset").toLowerCase(Locale.ROOT)) {
      case "where" -> where = where.and(any());
      case "sort" -> {
        sort = column(word("a column"));
        if (takes("desc")) {
          descending = true;
        } else if (takes("asc")) {
          descending = false;
        }
      }
      case "group" -> group = text(word("a column or field.KEY"));
      case "limit" -> limit = (int) number(word("a number"), 10_000);
      case "offset" -> offset = (int) number(word("a number"), 2_000_000);
      default -> throw unexpected("where, sort, group, limit or offset");
    }
  }

  private Predicate<TaskRow> any() {
    Predicate<TaskRow> condition = all();
    while (takes("or")) {
      condition = condition.or(all());
    }
    return condition;
  }

  private Predicate<TaskRow> all() {
    Predicate<TaskRow> condition = one();
    while (takes("and")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Predicate<TaskRow> one() {
    if (++depth > DEEPEST) {
      throw bad("the question is nested too deeply");
    }
    try {
      if (takes("not")) {
        return one().negate();
      }
      if (takes("(")) {
        Predicate<TaskRow> inner = any();
        if (!takes(")")) {
          at++;
          throw unexpected(")");
        }
        return inner;
      }
      String name = word("a column, not or (");
      return RowColumn.isField(name) || column(name).isText()
          ? textual(name)
          : numeric(column(name));
    } finally {
      depth--;
    }
  }

  private Predicate<TaskRow> textual(String name) {
    Function<TaskRow, String> text = text(name);
    String operator = operator();
    String given = word("a value");
    boolean field = RowColumn.isField(name);
    if (!field
        && column(name) == RowColumn.STATE
        && (given.equals("live") || given.equals("ended"))) {
      return row ->
          operatorHolds(operator, RowColumn.isEnded(row) == given.equals("ended") ? 0 : 1);
    }
    if (operator.endsWith("~")) {
      Pattern pattern = wildcard(given);
      return row -> pattern.matcher(text.apply(row)).matches() == operator.equals("~");
    }
    return row -> {
      String value = text.apply(row);
      return field && value.isEmpty()
          ? operator.equals("!=")
          : operatorHolds(operator, value.compareToIgnoreCase(given));
    };
  }

  private Predicate<TaskRow> numeric(RowColumn column) {
    String operator = operator();
    if (operator.endsWith("~")) {
      throw unexpected("one of = != < <= > >= for " + column.word());
    }
    String given = word("a value for " + column.word());
    long amount = column.isTime() ? nanos(given) : number(given, Long.MAX_VALUE);
    return row -> {
      long value = column.number(row);
      return value < 0
          ? operator.equals("!=")
          : operatorHolds(operator, Long.compare(value, amount));
    };
  }

  private static boolean operatorHolds(String operator, int comparison) {
    return switch (operator) {
      case "=" -> comparison == 0;
      case "!=" -> comparison != 0;
      case "<=" -> comparison <= 0;
      case ">=" -> comparison >= 0;
      case "<" -> comparison < 0;
      default -> comparison > 0;
    };
  }

  private static Pattern wildcard(String given) {
    String text = given.contains("*") ? given : "*" + given + "*";
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      regex
          .append(regex.isEmpty() ? "" : ".*")
          .append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private Function<TaskRow, String> text(String name) {
    return RowColumn.isField(name) ? RowColumn.field(name) : column(name)::text;
  }

  private RowColumn column(String name) {
    return RowColumn.named(name)
        .orElseThrow(() -> unexpected("one of " + RowColumn.words() + ", field.KEY"));
  }

  private String operator() {
    String operator = word("one of = != < <= > >= ~ !~");
    if (!List.of("=", "!=", "<", "<=", ">", ">=", "~", "!~").contains(operator)) {
      throw unexpected("one of = != < <= > >= ~ !~");
    }
    return operator;
  }

  private String word(String expected) {
    if (at >= tokens.size()) {
      throw bad("the question for tasks ends where %s was expected".formatted(expected));
    }
    return tokens.get(at++);
  }

  private boolean takes(String word) {
    boolean is = at < tokens.size() && !quoted.get(at) && tokens.get(at).equalsIgnoreCase(word);
    at += is ? 1 : 0;
    return is;
  }

  private long number(String text, long most) {
    if (!text.matches("\\d{1,18}")) {
      throw unexpected("a number");
    }
    return Math.min(Long.parseLong(text), most);
  }

  private long nanos(String text) {
    Matcher matcher =
        Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h)?").matcher(text);
    if (!matcher.matches()) {
      throw unexpected("a time such as 5ms");
    }
    double unit =
        switch (matcher.group(2)) {
          case "us", "µs" -> 1e3;
          case "ms" -> 1e6;
          case "s" -> 1e9;
          case "m" -> 60e9;
          case "h" -> 3600e9;
          case null, default -> 1;
        };
    return (long) (Double.parseDouble(matcher.group(1)) * unit);
  }

  private TargetException unexpected(String expected) {
    String found = at == 0 || at > tokens.size() ? "nothing" : "`" + tokens.get(at - 1) + "`";
    return bad("expected %s in the question for tasks, found %s".formatted(expected, found));
  }

  private static TargetException bad(String sentence) {
    return new TargetException(Kind.BAD_QUESTION, sentence);
  }
}
