package io.pickglass.repl.top.table;

import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.DisplayWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the part of a table that is on the screen: as many columns as fit, the least important left
 * out; then the widest texts are cut.
 */
public final class GridView {
  private static final String POINTER = ">> ";
  private static final String NO_POINTER = "   ";
  private static final int GAP = 1;
  // Below that, a text says nothing.
  private static final int NARROWEST = 14;
  private static final int NARROWEST_PLACE = 26;

  private GridView() {}

  /** The header and so many lines of rows. */
  public static <T> List<Row> rows(Grid<T> grid, int width, int height, Look look) {
    List<T> visible = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      T row = grid.onLine(line);
      if (row != null) {
        visible.add(row);
      }
    }
    List<Place<T>> places = places(grid, visible, width - POINTER.length(), look);
    List<Row> rows = new ArrayList<>();
    rows.add(header(places));
    for (int line = 0; line < height && grid.hasLine(line); line++) {
      T row = grid.onLine(line);
      rows.add(
          row == null
              ? Row.of(NO_POINTER + look.symbols().ellipsis(), Ink.DIM)
              : row(grid, row, places, look));
    }
    return rows;
  }

  /** The column that is drawn there, or null. */
  public static <T> @Nullable Col<T> columnAt(
      Grid<T> grid, int x, int width, int height, Look look) {
    List<T> visible = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      T row = grid.onLine(line);
      if (row != null) {
        visible.add(row);
      }
    }
    int left = POINTER.length();
    for (Place<T> place : places(grid, visible, width - left, look)) {
      if (x >= left && x < left + place.width) {
        return place.column;
      }
      left += place.width + GAP;
    }
    return null;
  }

  private record Place<T>(Col<T> column, int width, Span head) {}

  private static <T> Row header(List<Place<T>> places) {
    return line(NO_POINTER, places.stream().map(Place::head).toList());
  }

  private static Row line(String pointer, List<Span> cells) {
    List<Span> spans = new ArrayList<>(List.of(Span.plain(pointer)));
    for (Span cell : cells) {
      if (spans.size() > 1) {
        spans.add(Span.plain(" ".repeat(GAP)));
      }
      spans.add(cell);
    }
    return new Row(List.copyOf(spans));
  }

  private static <T> Row row(Grid<T> grid, T of, List<Place<T>> places, Look look) {
    boolean selected = grid.isSelected(of);
    Row row =
        line(
            selected ? POINTER : NO_POINTER,
            places.stream().map(place -> place.column.in(of, place.width, look)).toList());
    Row shaded = grid.isOver(of) ? row.dim() : row;
    return selected ? shaded.bold() : shaded;
  }

  private static <T> List<Place<T>> places(Grid<T> grid, List<T> rows, int room, Look look) {
    List<Col<T>> columns = new ArrayList<>(grid.shown());
    List<Integer> widths = new ArrayList<>();
    columns.forEach(
        column -> widths.add(Math.min(Math.max(1, room), natural(grid, column, rows, look))));
    // Texts give way down to a width that still says something, then whole columns leave.
    while (columns.size() > 1 && least(columns, widths) > room) {
      int leaves = leaves(columns);
      columns.remove(leaves);
      widths.remove(leaves);
    }
    shrink(columns, widths, room);
    List<Place<T>> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Col<T> column = columns.get(i);
      places.add(
          new Place<>(
              column, widths.get(i), column.head(mark(grid, column, look), widths.get(i), look)));
    }
    return places;
  }

  private static <T> String mark(Grid<T> grid, Col<T> column, Look look) {
    if (!column.equals(grid.sort())) {
      return "";
    }
    return grid.descending() ? look.falling() : look.rising();
  }

  private static <T> int natural(Grid<T> grid, Col<T> column, List<T> rows, Look look) {
    // Room for the mark, so that nothing moves when another column is sorted by.
    int widest =
        Math.max(column.width(), column.header().length() + (column.key().isEmpty() ? 0 : 1));
    widest = Math.max(widest, column.header().length() + mark(grid, column, look).length());
    for (T row : rows) {
      widest = Math.max(widest, DisplayWidth.of(column.cell().apply(row, look).text()));
    }
    return widest;
  }

  private static <T> int least(List<Col<T>> columns, List<Integer> widths) {
    int sum = GAP * (columns.size() - 1);
    for (int i = 0; i < columns.size(); i++) {
      int narrowest =
          Math.max(
              columns.get(i).width(), columns.get(i).endMatters() ? NARROWEST_PLACE : NARROWEST);
      sum += columns.get(i).number() ? widths.get(i) : Math.min(narrowest, widths.get(i));
    }
    return sum;
  }

  /** Of the least important the rightmost: people read from the left. */
  private static <T> int leaves(List<Col<T>> columns) {
    int highest = columns.stream().mapToInt(Col::priority).max().orElse(0);
    int at = columns.size() - 1;
    while (columns.get(at).priority() != highest) {
      at--;
    }
    return at;
  }

  /** The widest text gives way first. */
  private static <T> void shrink(List<Col<T>> columns, List<Integer> widths, int room) {
    int sum = GAP * (columns.size() - 1) + widths.stream().mapToInt(i -> i).sum();
    while (sum > room) {
      int widest =
          IntStream.range(0, columns.size())
              // One with a width of its own says nothing in less.
              .filter(i -> columns.size() == 1 || !columns.get(i).number())
              .filter(i -> columns.size() == 1 || columns.get(i).width() < widths.get(i))
              .boxed()
              // Places give way last.
              .max(
                  Comparator.comparingInt(
                      i -> widths.get(i) - (columns.get(i).endMatters() ? NARROWEST : 0)))
              .orElse(-1);
      if (widest < 0 || widths.get(widest) <= 1) {
        return;
      }
      widths.set(widest, widths.get(widest) - 1);
      sum--;
    }
  }
}
