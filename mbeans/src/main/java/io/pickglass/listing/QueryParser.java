package io.pickglass.listing;

import io.pickglass.listing.Condition.Operator;
import io.pickglass.listing.TaskQuery.Key;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link TaskQuery}, once, from left to right. */
final class QueryParser {
  private static final String FIELD = "field.";
  private static final Set<String> CLAUSES = Set.of("where", "sort", "group", "limit", "offset");
  private static final Set<String> STATES =
      Set.of("running", "scheduled", "idle", "returned", "failed", "cancelled", "live", "ended");

  private final Tokens tokens;
  private final String text;
  private Condition where = Condition.ANY;
  private TaskColumn sort = TaskColumn.TOTAL;
  private @Nullable Boolean descending;
  private @Nullable Key group;
  private int limit = TaskQuery.DEFAULT_LIMIT;
  private int offset;

  QueryParser(String text) {
    this.text = text;
    this.tokens = new Tokens(text);
  }

  TaskQuery query() {
    while (!tokens.isAtEnd()) {
      switch (tokens.word("where, sort, group, limit or offset")) {
        case "where" -> where = where.and(any());
        case "sort" -> sort();
        case "group" -> group = key();
        case "limit" -> limit = Math.min(tokens.number("limit"), TaskQuery.MOST);
        case "offset" -> offset = Math.min(tokens.number("offset"), TaskQuery.DEEPEST);
        default -> throw tokens.unexpected("where, sort, group, limit or offset");
      }
    }
    boolean largestFirst = descending == null ? sort.isNumber() : descending;
    return new TaskQuery(text.strip(), where, sort, largestFirst, group, limit, offset);
  }

  private void sort() {
    sort = column(tokens.word("a column"));
    if (tokens.takes("desc")) {
      descending = true;
    } else if (tokens.takes("asc")) {
      descending = false;
    }
  }

  private Key key() {
    String word = tokens.word("a column or field.KEY");
    return word.toLowerCase(Locale.ROOT).startsWith(FIELD)
        ? new Key(null, word.substring(FIELD.length()))
        : new Key(column(word), "");
  }

  private Condition any() {
    Condition condition = all();
    while (tokens.takes("or")) {
      condition = condition.or(all());
    }
    return condition;
  }

  private Condition all() {
    Condition condition = one();
    while (tokens.takes("and")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Condition one() {
    if (tokens.takes("not")) {
      return one().not();
    }
    if (tokens.takes("(")) {
      Condition inner = any();
      tokens.expect(")");
      return inner;
    }
    String word = tokens.word("a column, not or (");
    if (CLAUSES.contains(word)) {
      throw tokens.unexpected("a column, not or (");
    }
    return word.toLowerCase(Locale.ROOT).startsWith(FIELD)
        ? Condition.ofField(word.substring(FIELD.length()), operator(), tokens.word("a value"))
        : compared(column(word));
  }

  private Condition compared(TaskColumn column) {
    Operator operator = operator();
    if (column.type() != TaskColumn.Type.TEXT) {
      if (operator.isLike()) {
        throw tokens.unexpected("one of = != < <= > >= for " + column.word());
      }
      return Condition.ofNumber(column, operator, tokens.amount(column));
    }
    String given = tokens.word("a value for " + column.word());
    if (column != TaskColumn.STATE || operator.isLike()) {
      return Condition.ofText(column, operator, given);
    }
    if (!STATES.contains(given.toLowerCase(Locale.ROOT))
        || operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
      throw tokens.unexpected("state = or != " + TaskColumn.STATE.help());
    }
    return Condition.ofState(operator, given);
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

  private TaskColumn column(String word) {
    return TaskColumn.named(word)
        .orElseThrow(() ->
            tokens.unexpected("one of " + String.join(", ", TaskColumn.words()) + ", field.KEY"));
  }
}
