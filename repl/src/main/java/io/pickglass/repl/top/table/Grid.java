package io.pickglass.repl.top.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of which a part is known: the rows around those that are on the screen. The selection is
 * a row's identity, so it stays with it wherever it moves.
 *
 * <p>Used by one thread.
 */
public final class Grid<T> {
  private final List<Col<T>> columns;
  private final Function<T, String> identity;
  private final Set<String> hidden = new HashSet<>();
  private Predicate<T> over = _ -> false;
  private Col<T> sort;
  private boolean descending;
  private List<T> rows = List.of();
  private long offset;
  private long total;
  private String selected = "";
  private long selectedAt = -1;
  private long wanted = -1;
  private long top;
  private int height = 1;
  private boolean fetches;
  private @Nullable List<T> local;

  /** An empty table, sorted by one of its columns. */
  public Grid(List<Col<T>> columns, Function<T, String> identity, String sortedBy) {
    this.columns = columns;
    this.identity = identity;
    this.sort =
        columns.stream()
            .filter(column -> column.header().equals(sortedBy))
            .findFirst()
            .orElseThrow();
    this.descending = sort.number();
  }

  /** Sets which rows are of what is over. */
  public Grid<T> over(Predicate<T> isOver) {
    over = isOver;
    return this;
  }

  /** Takes all rows there are; they are sorted here, equals by their identity. */
  public void takeAll(List<T> all) {
    local = List.copyOf(all);
    List<T> sorted = new ArrayList<>(all);
    Comparator<T> order = descending ? sort.order().reversed() : sort.order();
    sorted.sort(order.thenComparing(identity));
    take(sorted, 0, sorted.size());
  }

  /**
   * Takes the rows of a window; they come sorted.
   *
   * @param first how many come before them
   * @param all how many there are
   */
  public void take(List<T> window, long first, long all) {
    rows = List.copyOf(window);
    offset = first;
    total = Math.max(all, first + rows.size());
    if (total == 0) {
      wanted = -1;
    }
    if (wanted >= 0) {
      long to = Math.min(wanted, total - 1);
      T row = at(to);
      wanted = to;
      if (row != null) {
        choose(row, to);
      }
    } else if (!selected.isEmpty() && find(selected) < 0) {
      T row = at(Math.clamp(selectedAt, 0, Math.max(0, total - 1)));
      if (row == null && !rows.isEmpty()) {
        row = selectedAt < offset ? rows.getFirst() : rows.getLast();
      }
      selected = row == null ? "" : identity.apply(row);
    }
    selectedAt = selected.isEmpty() ? -1 : find(selected);
    reveal();
  }

  /** Forgets all rows and the selection. */
  public void clear() {
    local = null;
    rows = List.of();
    offset = 0;
    total = 0;
    selected = "";
    selectedAt = -1;
    wanted = -1;
    top = 0;
  }

  /** Sets whether rows that are not known may be asked for. */
  public void fetches(boolean more) {
    fetches = more;
    if (!more) {
      wanted = -1;
    }
  }

  /** Sets how many rows the screen has. */
  public void height(int newHeight) {
    height = Math.max(1, newHeight);
    reveal();
  }

  /** Selects the row so many further down; one step beyond the end begins anew. */
  public void move(long by) {
    if (total == 0) {
      return;
    }
    long from = wanted >= 0 ? wanted : selectedAt;
    if (from < 0) {
      go(by > 0 ? top : total - 1);
      return;
    }
    long to = from + by;
    boolean step = Math.abs(by) == 1;
    go(step ? Math.floorMod(to, total) : Math.clamp(to, 0, total - 1));
  }

  /** Selects the first or the last row. */
  public void toEnd(boolean last) {
    if (total > 0) {
      go(last ? total - 1 : 0);
    }
  }

  /** Selects the row on that line of the table's rows. */
  public void click(int line) {
    if (line >= 0 && line < height && top + line < total) {
      go(top + line);
    }
  }

  /** A page of rows. */
  public int page() {
    return Math.max(1, height - 1);
  }

  private void go(long to) {
    long reachable = to;
    T row = at(to);
    if (row == null && !fetches && !rows.isEmpty()) {
      reachable = Math.clamp(to, offset, offset + rows.size() - 1);
      row = at(reachable);
    }
    if (row == null) {
      wanted = to;
    } else {
      choose(row, reachable);
    }
    reveal();
  }

  private void choose(T row, long at) {
    selected = identity.apply(row);
    selectedAt = at;
    wanted = -1;
  }

  private void reveal() {
    long at = wanted >= 0 ? wanted : selectedAt;
    if (at >= 0) {
      top = Math.clamp(top, Math.max(0, at - height + 1), at);
    }
    top = Math.clamp(top, 0, Math.max(0, total - height));
  }

  private @Nullable T at(long index) {
    long i = index - offset;
    return i >= 0 && i < rows.size() ? rows.get((int) i) : null;
  }

  private long find(String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (identity.apply(rows.get(i)).equals(id)) {
        return offset + i;
      }
    }
    return -1;
  }

  /** Sorts by another column, or by the same the other way round. */
  public void sortBy(Col<T> column) {
    if (column.equals(sort)) {
      descending = !descending;
    } else {
      sort = column;
      descending = column.number();
    }
    resort();
  }

  /** The other way round. */
  public void invert() {
    descending = !descending;
    resort();
  }

  /** Sorts by the column so many further right of those that can be sorted by. */
  public void sortBeside(int by) {
    List<Col<T>> able = shown().stream().filter(this::isSortable).toList();
    if (!able.isEmpty()) {
      int now = Math.max(0, able.indexOf(sort));
      sort = able.get(Math.floorMod(now + by, able.size()));
      descending = sort.number();
      resort();
    }
  }

  /** Sorts by the column of that number on the screen, from 1 on. */
  public void sortByNumber(int number) {
    List<Col<T>> shown = shown();
    if (number >= 1 && number <= shown.size() && isSortable(shown.get(number - 1))) {
      sortBy(shown.get(number - 1));
    }
  }

  private boolean isSortable(Col<T> column) {
    return local != null || !column.key().isEmpty();
  }

  private void resort() {
    List<T> all = local;
    if (all != null) {
      takeAll(all);
    }
  }

  /** Hides a column, or shows it again; the first one stays. */
  public void toggle(String header) {
    if (!hidden.remove(header) && !columns.getFirst().header().equals(header)) {
      hidden.add(header);
    }
  }

  /** Whether the user has hidden that column. */
  public boolean isHidden(String header) {
    return hidden.contains(header);
  }

  /** All columns. */
  public List<Col<T>> columns() {
    return columns;
  }

  List<Col<T>> shown() {
    return columns.stream().filter(column -> !hidden.contains(column.header())).toList();
  }

  /** By which column rows are sorted. */
  public Col<T> sort() {
    return sort;
  }

  /** Whether the greatest come first. */
  public boolean descending() {
    return descending;
  }

  /** The first row to ask for: a screen's height before those that are shown. */
  public long from() {
    return Math.max(0, top - height);
  }

  /** How many rows to ask for. */
  public int many() {
    return 3 * height;
  }

  /** Whether a row on the screen is not known yet. */
  public boolean isMissing() {
    long last = Math.min(total, top + height) - 1;
    return wanted >= 0 || last >= top && (at(top) == null || at(last) == null);
  }

  /** The selected row. */
  public @Nullable T selectedRow() {
    return selectedAt < 0 ? null : at(selectedAt);
  }

  /** The identity of the selected row; empty if there is none, or another is on its way. */
  public String followed() {
    return wanted >= 0 ? "" : selected;
  }

  /** The row on a line of the screen; null below the last and for what is not known yet. */
  @Nullable T onLine(int line) {
    return at(top + line);
  }

  boolean isOver(T row) {
    return over.test(row);
  }

  boolean isSelected(T row) {
    return !selected.isEmpty() && identity.apply(row).equals(selected);
  }

  /** How many rows there are. */
  public long total() {
    return total;
  }

  /** How many of them come before the first line. */
  public long top() {
    return top;
  }

  /** Whether the line has a row. */
  boolean hasLine(int line) {
    return top + line < total;
  }
}
