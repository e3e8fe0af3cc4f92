package io.pickglass.query;

/**
 * What a row must be to be listed.
 *
 * @param <R> a row
 */
@FunctionalInterface
public interface Condition<R> {
  /** Whether that row is, at that instant. */
  boolean holds(R row, long now);

  /** How two values are compared. */
  enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">"),
    LIKE("~"),
    UNLIKE("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL, LIKE -> comparison == 0;
        case UNEQUAL, UNLIKE -> comparison != 0;
        case AT_MOST -> comparison <= 0;
        case AT_LEAST -> comparison >= 0;
        case BELOW -> comparison < 0;
        case ABOVE -> comparison > 0;
      };
    }

    boolean isLike() {
      return this == LIKE || this == UNLIKE;
    }
  }

  /** A number of the row against a given one; what is not known is neither more nor less. */
  static <R> Condition<R> ofNumber(Column<R> column, Operator operator, long given) {
    return (row, now) -> {
      long value = column.number(row, now);
      return value == Column.UNKNOWN
          ? operator == Operator.UNEQUAL
          : operator.holds(Long.compare(value, given));
    };
  }

  /** A text of the row against a given one. */
  static <R> Condition<R> ofText(Column<R> column, Operator operator, String given) {
    if (operator.isLike()) {
      Wildcard pattern = Wildcard.of(given);
      return (row, now) -> pattern.fits(column.text(row)) == (operator == Operator.LIKE);
    }
    return (row, now) -> operator.holds(column.text(row).compareToIgnoreCase(given));
  }

  /** What the row is against one of a few words. */
  static <R> Condition<R> ofWord(Column<R> column, Operator operator, String word) {
    return (row, now) -> operator.holds(column.is(row, word) ? 0 : 1);
  }

  /** A field that the program has noted against a given value; an absent one equals nothing. */
  static <R> Condition<R> ofField(
      Columns.Fields<R> fields, String key, Operator operator, String given) {
    Wildcard pattern = Wildcard.of(given);
    return (row, now) -> {
      String value = fields.value(row, key);
      if (value == null) {
        return operator == Operator.UNEQUAL || operator == Operator.UNLIKE;
      }
      return operator.isLike()
          ? pattern.fits(value) == (operator == Operator.LIKE)
          : operator.holds(value.compareToIgnoreCase(given));
    };
  }

  /** Both. */
  default Condition<R> and(Condition<R> other) {
    return (row, now) -> holds(row, now) && other.holds(row, now);
  }

  /** One of them at least. */
  default Condition<R> or(Condition<R> other) {
    return (row, now) -> holds(row, now) || other.holds(row, now);
  }

  /** The opposite. */
  default Condition<R> not() {
    return (row, now) -> !holds(row, now);
  }
}
