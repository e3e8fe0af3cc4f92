package io.pickglass.query;

import io.pickglass.query.Column.Type;
import io.pickglass.query.Condition.Operator;
import io.pickglass.query.Query.Key;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Query}, once, from left to right. */
final class QueryParser<R, C extends Column<R>> {
  private static final String FIELD = "field.";
  private static final Set<String> CLAUSES = Set.of("where", "sort", "group", "limit", "offset");

  private final Tokens tokens;
  private final String text;
  private final Columns<R, C> columns;
  private Condition<R> where = (row, now) -> true;
  private C sort;
  private @Nullable Boolean descending;
  private @Nullable Key<R, C> group;
  private int limit = Query.DEFAULT_LIMIT;
  private int offset;

  QueryParser(String text, Columns<R, C> columns) {
    this.text = text;
    this.columns = columns;
    this.sort = columns.sort();
    this.tokens = new Tokens(text);
  }

  Query<R, C> query() {
    while (!tokens.isAtEnd()) {
      switch (tokens.word("where, sort, group, limit or offset")) {
        case "where" -> where = where.and(any());
        case "sort" -> sort();
        case "group" -> group = key();
        case "limit" -> limit = Math.min(tokens.number("limit"), Query.MOST);
        case "offset" -> offset = Math.min(tokens.number("offset"), Query.DEEPEST);
        default -> throw tokens.unexpected("where, sort, group, limit or offset");
      }
    }
    boolean largestFirst = descending == null ? sort.isNumber() : descending;
    return new Query<>(text.strip(), where, sort, largestFirst, group, limit, offset);
  }

  private void sort() {
    sort = column(tokens.word("a column"));
    if (tokens.takes("desc")) {
      descending = true;
    } else if (tokens.takes("asc")) {
      descending = false;
    }
  }

  private Key<R, C> key() {
    String word = tokens.word(columns.fields() == null ? "a column" : "a column or field.KEY");
    return isField(word)
        ? new Key<>(null, word.substring(FIELD.length()))
        : new Key<>(column(word), "");
  }

  private boolean isField(String word) {
    return columns.fields() != null && word.toLowerCase(Locale.ROOT).startsWith(FIELD);
  }

  private Condition<R> any() {
    Condition<R> condition = all();
    while (tokens.takes("or")) {
      condition = condition.or(all());
    }
    return condition;
  }

  private Condition<R> all() {
    Condition<R> condition = one();
    while (tokens.takes("and")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Condition<R> one() {
    if (tokens.takes("not")) {
      return one().not();
    }
    if (tokens.takes("(")) {
      Condition<R> inner = any();
      tokens.expect(")");
      return inner;
    }
    String word = tokens.word("a column, not or (");
    if (CLAUSES.contains(word)) {
      throw tokens.unexpected("a column, not or (");
    }
    return columns.fields() != null && isField(word)
        ? Condition.ofField(
            columns.fields(), word.substring(FIELD.length()), operator(), tokens.word("a value"))
        : compared(column(word));
  }

  private Condition<R> compared(C column) {
    Operator operator = operator();
    if (column.type() != Type.TEXT) {
      if (operator.isLike()) {
        throw tokens.unexpected("one of = != < <= > >= for " + column.word());
      }
      return Condition.ofNumber(column, operator, tokens.amount(column));
    }
    String given = tokens.word("a value for " + column.word());
    List<String> words = column.words();
    if (words == null || operator.isLike()) {
      return Condition.ofText(column, operator, given);
    }
    if (!words.contains(given.toLowerCase(Locale.ROOT))
        || operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
      throw tokens.unexpected(column.word() + " = or != " + column.help());
    }
    return Condition.ofWord(column, operator, given);
  }

  private Operator operator() {
    for (Operator each : Operator.values()) {
      if (tokens.takes(each.sign())) {
        return each;
      }
    }
    tokens.word("one of = != < <= > >= ~ !~");
    throw tokens.unexpected("one of = != < <= > >= ~ !~");
  }

  private C column(String word) {
    C column = columns.named(word);
    if (column == null) {
      throw tokens.unexpected("one of " + columns.words());
    }
    return column;
  }
}
