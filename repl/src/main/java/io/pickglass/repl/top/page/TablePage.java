package io.pickglass.repl.top.page;

import io.pickglass.model.Warning;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.table.Col;
import io.pickglass.repl.top.table.Grid;
import io.pickglass.repl.top.table.GridView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A view that is one table, all of whose rows are known, under some lines. */
abstract class TablePage<T> implements Page {
  final Grid<T> grid;
  private final GridKeys keys = new GridKeys();
  private int width = 1;
  private int lines = 1;
  private Look look = Look.ASCII;
  List<Warning> warnings = List.of();

  TablePage(Grid<T> grid) {
    this.grid = grid;
  }

  /** The lines above the table. */
  abstract List<Row> head(int ofWidth, Look with);

  private List<Row> above(int ofWidth, int height, Look with) {
    List<Row> rows = new ArrayList<>();
    if (height > 4 && showsWarnings()) {
      rows.addAll(WarningBox.rows(warnings, ofWidth, Math.clamp(height / 6, 1, 4), with));
    }
    rows.addAll(head(ofWidth, with));
    return rows;
  }

  boolean showsWarnings() {
    return true;
  }

  @Override
  public void warnings(List<Warning> active) {
    warnings = active;
  }

  @Override
  public void arrange(int newWidth, int height, Look newLook) {
    width = newWidth;
    lines = height;
    look = newLook;
    grid.height(height - above(newWidth, height, newLook).size() - 1);
  }

  @Override
  public List<Row> rows(int ofWidth, int height, Look with) {
    List<Row> rows = new ArrayList<>(above(ofWidth, height, with));
    rows.addAll(GridView.rows(grid, ofWidth, height - rows.size() - 1, with));
    return rows;
  }

  @Override
  public boolean press(Key key) {
    if (!key.is("Click")) {
      return keys.press(key, grid);
    }
    int line = key.y() - above(width, lines, look).size();
    if (line > 0) {
      grid.click(line - 1);
    } else if (line == 0) {
      Col<T> column = GridView.columnAt(grid, key.x(), width, lines, look);
      if (column != null) {
        grid.sortBy(column);
      }
    }
    return true;
  }

  @Override
  public List<String> controls() {
    return List.of("Enter opens", "i invert", "c columns", "y copy");
  }

  @Override
  public List<String> meanings() {
    return grid.columns().stream()
        .map(column -> column.header() + ": " + column.meaning())
        .toList();
  }

  @Override
  public Optional<String> copied() {
    return Optional.ofNullable(grid.selectedRow())
        .map(row ->
            grid.columns().stream()
                .map(column -> column.cell().apply(row, look).text())
                .collect(Collectors.joining("\t")));
  }

  @Override
  public List<Choice> columns() {
    return grid.columns().stream()
        .map(column -> new Choice(column.header(), !grid.isHidden(column.header())))
        .toList();
  }

  @Override
  public void toggle(String column) {
    grid.toggle(column);
  }
}
