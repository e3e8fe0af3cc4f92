package io.pickglass.repl.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A table whose columns are fixed for a width: as many as fit, the least important left out.
 *
 * <p>Immutable. A table of rows that are all known is as wide as they are ({@link #of}); one whose
 * rows are still to come uses the columns' own widths ({@link #streaming}).
 */
public final class Table<T> {
  private static final String GAP = "  ";

  private final List<Column<T>> columns;
  private final List<Integer> widths;
  private final int width;
  private final Symbols symbols;

  private Table(List<Column<T>> columns, List<Integer> widths, int width, Symbols symbols) {
    this.columns = columns;
    this.widths = widths;
    this.width = width;
    this.symbols = symbols;
  }

  /** A table for these rows. */
  public static <T> Table<T> of(
      List<Column<T>> columns, Collection<T> rows, int width, Symbols symbols) {
    List<Integer> widths = new ArrayList<>();
    for (Column<T> column : columns) {
      int widest = column.header().length();
      for (T row : rows) {
        widest = Math.max(widest, DisplayWidth.of(column.cell(row, symbols)));
      }
      widths.add(widest);
    }
    return fitting(columns, widths, width, symbols);
  }

  /** A table for rows that are not known yet. */
  public static <T> Table<T> streaming(List<Column<T>> columns, int width, Symbols symbols) {
    List<Integer> widths =
        columns.stream().map(c -> Math.max(c.width(), c.header().length())).toList();
    return fitting(columns, widths, width, symbols);
  }

  /** The names of the columns. */
  public Line header() {
    return Line.header(line(columns.stream().map(Column::header).toList()));
  }

  /** One row. */
  public Line row(T row) {
    String text = line(columns.stream().map(c -> c.cell(row, symbols)).toList());
    return new Line(text, Tone.PLAIN, marks(row, text));
  }

  private List<Line.Mark> marks(T row, String text) {
    List<Line.Mark> marks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < columns.size() && from < text.length(); i++) {
      Column<T> column = columns.get(i);
      // Where a sign is two columns wide this is off by one: such names stand at the end.
      int to = from + Math.max(widths.get(i), column.cell(row, symbols).length());
      if (column.tone(row) != Tone.PLAIN) {
        marks.add(new Line.Mark(from, Math.min(to, text.length()), column.tone(row)));
      }
      from = to + GAP.length();
    }
    return List.copyOf(marks);
  }

  /** Header and rows. */
  public List<Line> lines(Collection<T> rows) {
    List<Line> lines = new ArrayList<>();
    lines.add(header());
    rows.forEach(row -> lines.add(row(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(columns.get(i).pad(cells.get(i), widths.get(i)));
    }
    return symbols.fit(line.toString().stripTrailing(), width);
  }

  private static <T> Table<T> fitting(
      List<Column<T>> columns, List<Integer> widths, int width, Symbols symbols) {
    List<Column<T>> kept = new ArrayList<>(columns);
    List<Integer> keptWidths = new ArrayList<>(widths);
    while (kept.size() > 1 && total(keptWidths) > width) {
      Column<T> least = kept.stream().max(Comparator.comparingInt(Column::priority)).orElseThrow();
      // Of equals, the rightmost: people read from the left.
      int at = kept.size() - 1;
      while (kept.get(at).priority() != least.priority()) {
        at--;
      }
      kept.remove(at);
      keptWidths.remove(at);
    }
    return new Table<>(List.copyOf(kept), List.copyOf(keptWidths), width, symbols);
  }

  private static long total(List<Integer> widths) {
    long gaps = (long) GAP.length() * (widths.size() - 1);
    return widths.stream().mapToLong(Integer::longValue).sum() + gaps;
  }
}
