package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final List<Column<String>> COLUMNS =
      List.of(
          column("name", Column.Align.LEFT, 0, 0),
          column("least", Column.Align.RIGHT, 9, 1),
          column("more", Column.Align.RIGHT, 5, 2));

  private static Column<String> column(String header, Column.Align align, int priority, int part) {
    Comparator<String> order = Comparator.naturalOrder();
    return new Column<>(header, 3, align, priority, order, (row, _) -> row.split(",")[part]);
  }

  private static List<String> lines(int width, String... rows) {
    return Table.of(COLUMNS, List.of(rows), width, Symbols.UNICODE).lines(List.of(rows)).stream()
        .map(Line::text)
        .toList();
  }

  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersStandAtTheRight() {
    assertThat(lines(80, "orders,1,22", "b,123456,3"))
        .containsExactly("name     least  more", "orders       1    22", "b       123456     3");
  }

  @Test
  void theLeastImportantColumnLeavesFirst() {
    assertThat(lines(12, "ab,1,22")).containsExactly("name  more", "ab      22");
    assertThat(lines(9, "ab,1,22")).containsExactly("name", "ab");
  }

  @Test
  void noRowsLeaveTheHeader() {
    assertThat(lines(80)).containsExactly("name  least  more");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 500})
  void noLineIsEverWiderThanTheScreen(int width) {
    assertThat(lines(width, "a-long-name,123456789,1")).allMatch(line -> line.length() <= width);
  }

  @Test
  void whatDoesNotFitEndsInAnEllipsis() {
    assertThat(lines(3, "abcdef,1,2")).containsExactly("na…", "ab…");
    assertThat(lines(1, "abcdef,1,2")).containsExactly("…", "…");
  }

  @Test
  void rowsThatAreStillToComeGetTheColumnsOwnWidths() {
    Table<String> table = Table.streaming(COLUMNS, 80, Symbols.UNICODE);
    assertThat(table.header().text()).isEqualTo("name  least  more");
    assertThat(table.row("x,1,2").text()).isEqualTo("x         1     2");
  }
}
