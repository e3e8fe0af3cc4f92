package io.pickglass.repl.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of any shape: composites as names and values, rows of the same shape as a table, lists an
 * item on a line, what is inside of others indented.
 */
public final class ValueView {
  private static final String STEP = "  ";
  private static final int CELL = 60;

  private final int width;
  private final Symbols symbols;
  private final List<Line> lines = new ArrayList<>();

  private ValueView(int width, Symbols symbols) {
    this.width = width;
    this.symbols = symbols;
  }

  /** The lines of a value. */
  public static List<Line> of(@Nullable Object value, int width, Symbols symbols) {
    ValueView view = new ValueView(width, symbols);
    view.add(value, "");
    return view.lines;
  }

  /** On one line, cut where it is too long for a cell. */
  public static String brief(@Nullable Object value, Symbols symbols) {
    return symbols.fit(inline(value), CELL);
  }

  private void add(@Nullable Object value, String indent) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> line(indent, "(empty)");
      case Collection<?> all when all.isEmpty() -> line(indent, "(empty)");
      case Map<?, ?> map when areRows(map.values()) -> rows(keyed(map), indent);
      case Map<?, ?> map -> items(map, indent);
      case Collection<?> all when areRows(all) -> rows(List.copyOf(all), indent);
      case Collection<?> all when areNumbers(all) -> paragraph(all, indent);
      case Collection<?> all -> all.forEach(each -> add(each, indent));
      case null, default -> text(value).lines().forEach(each -> line(indent, each));
    }
  }

  private void items(Map<?, ?> map, String indent) {
    int widest = map.keySet().stream().mapToInt(key -> DisplayWidth.of(text(key))).max().orElse(0);
    map.forEach((key, value) -> {
      String name = text(key);
      if (isSingle(value)) {
        String room = " ".repeat(widest - DisplayWidth.of(name));
        List<String> said = text(value).lines().toList();
        line(indent, name + room + STEP + (said.isEmpty() ? "" : said.getFirst()));
        said.stream().skip(1).forEach(each -> line(indent + " ".repeat(widest) + STEP, each));
      } else {
        line(indent, name);
        add(value, indent + STEP);
      }
    });
  }

  private void rows(List<?> rows, String indent) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> ((Map<?, ?>) row).keySet().forEach(name -> names.add(text(name))));
    List<Column<Map<?, ?>>> columns = new ArrayList<>();
    names.forEach(name -> columns.add(column(name, rows, columns.size())));
    List<Map<?, ?>> maps = new ArrayList<>();
    rows.forEach(row -> maps.add((Map<?, ?>) row));
    Table<Map<?, ?>> table = Table.of(columns, maps, Integer.MAX_VALUE, symbols);
    List<Line> all = table.lines(maps);
    int widest = all.stream().mapToInt(line -> DisplayWidth.of(line.text())).max().orElse(0);
    if (indent.length() + widest > width) {
      // Columns that leave would hide half of the answer.
      one(maps, indent);
    } else {
      all.forEach(line -> lines.add(new Line(indent + line.text(), line.tone())));
    }
  }

  private void one(List<Map<?, ?>> rows, String indent) {
    for (int i = 0; i < rows.size(); i++) {
      Object name = rows.get(i).get("");
      lines.add(Line.header(indent + (name == null ? (i + 1) + " of " + rows.size() : text(name))));
      Map<Object, @Nullable Object> rest = new LinkedHashMap<>(rows.get(i));
      rest.remove("");
      items(rest, indent + STEP);
    }
  }

  private static Column<Map<?, ?>> column(String name, List<?> rows, int priority) {
    boolean numbers = rows.stream().allMatch(row -> ((Map<?, ?>) row).get(name) instanceof Number);
    return new Column<>(
        name,
        1,
        numbers ? Column.Align.RIGHT : Column.Align.LEFT,
        priority,
        Comparator.comparing(row -> text(row.get(name))),
        (row, symbols) -> brief(row.get(name), symbols));
  }

  private void paragraph(Collection<?> all, String indent) {
    String text = all.stream().map(ValueView::text).collect(Collectors.joining(" "));
    Paragraph.of(text, indent, width).forEach(each -> lines.add(Line.plain(each)));
  }

  private void line(String indent, String text) {
    lines.add(Line.plain(symbols.fit(indent + text, width)));
  }

  /** The name of an entry in the place of its first column. */
  private static List<Map<?, ?>> keyed(Map<?, ?> map) {
    List<Map<?, ?>> rows = new ArrayList<>();
    map.forEach((key, value) -> {
      Map<Object, @Nullable Object> row = new LinkedHashMap<>();
      row.put("", key);
      row.putAll((Map<?, ?>) value);
      rows.add(row);
    });
    return rows;
  }

  private static boolean areRows(Collection<?> values) {
    return values.size() > 1
        && values.stream().allMatch(each -> each instanceof Map<?, ?> row && !row.isEmpty())
        && values.stream().map(each -> ((Map<?, ?>) each).keySet()).distinct().count() == 1;
  }

  private static boolean areNumbers(Collection<?> values) {
    return values.stream().allMatch(Number.class::isInstance);
  }

  private static boolean isSingle(@Nullable Object value) {
    return !(value instanceof Map<?, ?> map && !map.isEmpty())
        && !(value instanceof Collection<?> all && !all.isEmpty());
  }

  private static String inline(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(entry.getKey()) + "=" + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> all ->
          all.stream().map(ValueView::inline).collect(Collectors.joining(", ", "[", "]"));
      case null, default -> text(value).replace('\n', ' ');
    };
  }

  /** Without what would move the cursor of a terminal. */
  private static String text(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "null";
          case Map<?, ?> map when map.isEmpty() -> "(empty)";
          case Collection<?> all when all.isEmpty() -> "(empty)";
          default -> value.toString();
        };
    return text.replace("\t", "    ").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
  }
}
