package io.pickglass.repl.top.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridTest {
  private record Thing(String id, long size, String text) {}

  private final Grid<Thing> grid =
      new Grid<>(
          List.of(
              Col.text("Id", "which", 0, "id", Thing::id),
              Col.count("Size", "how much", 1, "size", Thing::size),
              Col.text("Text", "what", 2, "text", Thing::text)),
          Thing::id,
          "Size");

  private static Thing thing(String id, long size) {
    return new Thing(id, size, "a text");
  }

  private List<String> drawn(int width, int height, Look look) {
    grid.height(height - 1);
    return GridView.rows(grid, width, height - 1, look).stream()
        .map(row -> row.text().stripTrailing())
        .toList();
  }

  @Test
  void theFirstDownSelectsTheFirstRow() {
    grid.takeAll(List.of(thing("a", 1), thing("b", 2)));
    grid.height(5);
    assertThat(grid.followed()).isEmpty();
    grid.move(1);
    assertThat(grid.followed()).isEqualTo("b");
  }

  @Test
  void theSelectionStaysWithItsRowWhereverThatMoves() {
    grid.height(5);
    grid.takeAll(List.of(thing("a", 1), thing("b", 2), thing("c", 3)));
    grid.toEnd(false);
    assertThat(grid.followed()).isEqualTo("c");
    grid.takeAll(List.of(thing("a", 10), thing("b", 20), thing("c", 3)));
    assertThat(grid.followed()).isEqualTo("c");
    assertThat(drawn(30, 4, Look.ASCII))
        .containsExactly(
            "   Id   Size- Text",
            "   b       20 a text",
            "   a       10 a text",
            ">> c        3 a text");
  }

  @Test
  void whenTheSelectedRowLeavesItsNeighbourIsSelected() {
    grid.height(5);
    grid.takeAll(List.of(thing("a", 3), thing("b", 2), thing("c", 1)));
    grid.move(1);
    grid.move(1);
    grid.takeAll(List.of(thing("a", 3), thing("c", 1)));
    assertThat(grid.followed()).isEqualTo("c");
    grid.takeAll(List.of());
    assertThat(grid.followed()).isEmpty();
  }

  @Test
  void oneStepBeyondTheEndBeginsAnewAndAPageStopsThere() {
    grid.height(2);
    grid.takeAll(List.of(thing("a", 3), thing("b", 2), thing("c", 1)));
    grid.toEnd(true);
    grid.move(1);
    assertThat(grid.followed()).isEqualTo("a");
    grid.move(-1);
    assertThat(grid.followed()).isEqualTo("c");
    grid.move(10);
    assertThat(grid.followed()).isEqualTo("c");
  }

  @Test
  void equalsKeepTheirOrderInBothDirections() {
    grid.height(9);
    grid.takeAll(List.of(thing("c", 1), thing("a", 1), thing("b", 1)));
    assertThat(drawn(14, 4, Look.ASCII))
        .containsExactly("   Id   Size-", "   a        1", "   b        1", "   c        1");
    grid.invert();
    assertThat(drawn(14, 4, Look.ASCII))
        .containsExactly("   Id   Size+", "   a        1", "   b        1", "   c        1");
  }

  @Test
  void everyColumnSortsByItsOwnValue() {
    grid.height(9);
    grid.takeAll(List.of(new Thing("a", 2, "y"), new Thing("b", 3, "z"), new Thing("c", 1, "x")));
    grid.sortByNumber(3);
    assertThat(drawn(30, 4, Look.UNICODE))
        .containsExactly(
            "   Id    Size Text▵", "   c        1 x", "   a        2 y", "   b        3 z");
    grid.sortBeside(1);
    assertThat(drawn(30, 2, Look.UNICODE)).containsExactly("   Id▵   Size Text", "   a        2 y");
  }

  @Test
  void onlyTheWindowOfAMillionRowsIsAskedForAndDrawn() {
    grid.height(20);
    grid.fetches(true);
    grid.take(window(0), 0, 1_000_000);
    grid.toEnd(true);
    assertThat(grid.isMissing()).isTrue();
    assertThat(grid.from()).isEqualTo(999_960);
    assertThat(grid.many()).isEqualTo(60);
    grid.take(window(999_960), 999_960, 1_000_000);
    assertThat(grid.followed()).isEqualTo("t999999");
    assertThat(grid.isMissing()).isFalse();
    assertThat(grid.top()).isEqualTo(999_980);
  }

  private static List<Thing> window(long from) {
    return LongStream.range(from, Math.min(from + 60, 1_000_000))
        .mapToObj(i -> thing("t" + i, 1_000_000 - i))
        .toList();
  }

  @Test
  void whatIsNotKnownCannotBeReachedWhileNobodyMayBeAsked() {
    grid.height(20);
    grid.fetches(false);
    grid.take(window(0), 0, 1_000_000);
    grid.toEnd(true);
    assertThat(grid.followed()).isEqualTo("t59");
  }

  @Test
  void lessImportantColumnsLeaveFirstAndTextsAreCutByTheirWidthOnTheScreen() {
    grid.takeAll(List.of(new Thing("漢字漢字漢字漢字漢字", 7, "a text")));
    assertThat(drawn(40, 2, Look.UNICODE))
        .containsExactly("   Id                    Size▿ Text", "   漢字漢字漢字漢字漢字      7 a text");
    assertThat(drawn(26, 2, Look.UNICODE))
        .containsExactly("   Id                Size▿", "   漢字漢字漢字漢…       7");
    assertThat(GridView.rows(grid, 26, 1, Look.UNICODE)).allMatch(row -> row.width() <= 26);
    assertThat(drawn(10, 2, Look.UNICODE)).containsExactly("   Id", "   漢字漢…");
  }

  @Test
  void theSelectedRowIsBoldAndWhatIsOverIsNot() {
    Grid<Thing> marked = grid.over(thing -> thing.id().equals("a"));
    marked.height(5);
    marked.takeAll(List.of(thing("a", 2), thing("b", 1)));
    marked.move(1);
    marked.move(1);
    List<Row> rows = GridView.rows(marked, 40, 5, Look.ASCII);
    assertThat(rows.get(2)).isEqualTo(rows.get(2).bold());
    assertThat(rows.get(1)).isEqualTo(rows.get(1).dim());
  }

  @Test
  void columnsCanBeHiddenButNotTheFirst() {
    grid.takeAll(List.of(thing("a", 2)));
    grid.toggle("Size");
    grid.toggle("Id");
    assertThat(drawn(30, 2, Look.ASCII)).containsExactly("   Id  Text", "   a   a text");
  }
}
