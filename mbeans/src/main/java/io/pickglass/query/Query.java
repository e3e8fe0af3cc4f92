package io.pickglass.query;

import org.jspecify.annotations.Nullable;

/**
 * A question for rows: {@code where busy > 5ms and name ~ GET sort busy desc limit 50}. Every part
 * may be left out.
 *
 * <pre>
 *   where EXPRESSION     column OP value, with and, or, not and parentheses
 *                        OP: = != &lt; &lt;= &gt; &gt;= ~ !~   (~: contains, or fits with * for anything)
 *   sort COLUMN [asc|desc]
 *   group COLUMN
 *   limit N              rows at most
 *   offset N             rows to skip
 * </pre>
 *
 * @param <R> a row
 * @param <C> a column of it
 * @param text how it was understood
 * @param where which rows
 * @param sort by which column
 * @param descending the largest first
 * @param group by which column groups are made; null for rows
 * @param limit how many rows or groups at most
 * @param offset how many come before them
 */
public record Query<R, C extends Column<R>>(
    String text,
    Condition<R> where,
    C sort,
    boolean descending,
    @Nullable Key<R, C> group,
    int limit,
    int offset) {
  /** How many rows there are without a limit. */
  public static final int DEFAULT_LIMIT = 50;

  /** The longest window. */
  public static final int MOST = 10_000;

  /** How deep a window may lie. */
  public static final int DEEPEST = 2_000_000;

  /**
   * By what groups are made.
   *
   * @param column a column
   * @param field instead of it, the key of a field
   */
  public record Key<R, C extends Column<R>>(@Nullable C column, String field) {}

  /**
   * Reads a question.
   *
   * @throws IllegalArgumentException if it cannot be understood; says where, and what is possible
   */
  public static <R, C extends Column<R>> Query<R, C> of(String text, Columns<R, C> columns) {
    return new QueryParser<>(text, columns).query();
  }

  /** How many of the first of all must be known. */
  public int end() {
    return offset + limit;
  }
}
