package io.pickglass.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All columns of some rows.
 *
 * @param <R> a row
 * @param <C> a column of it
 */
public final class Columns<R, C extends Column<R>> {
  private final List<C> all;
  private final C sort;
  private final @Nullable Fields<R> fields;

  /** What a row has noted besides its columns. */
  @FunctionalInterface
  public interface Fields<R> {
    /** The value of that key; null if it has none. */
    @Nullable String value(R row, String key);
  }

  /**
   * These columns.
   *
   * @param sort by which rows are sorted if nobody says
   * @param fields what else can be asked for as {@code field.KEY}; null for nothing
   */
  public Columns(List<C> all, C sort, @Nullable Fields<R> fields) {
    this.all = List.copyOf(all);
    this.sort = sort;
    this.fields = fields;
  }

  @Nullable C named(String word) {
    return all.stream().filter(each -> each.word().equalsIgnoreCase(word)).findFirst().orElse(null);
  }

  C sort() {
    return sort;
  }

  @Nullable Fields<R> fields() {
    return fields;
  }

  /** Their names, as a query has them. */
  String words() {
    String words = String.join(", ", all.stream().map(Column::word).toList());
    return fields == null ? words : words + ", field.KEY";
  }

  /** A line for each, for people. */
  public String[] described() {
    return all.stream().map(Column::described).toArray(String[]::new);
  }
}
