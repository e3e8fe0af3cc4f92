package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueViewTest {
  private static List<String> lines(Object value, int width) {
    return ValueView.of(value, width, Symbols.UNICODE).stream().map(Line::text).toList();
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void whatIsSingleIsALineOrTheLinesThatItHas() {
    assertThat(lines(17L, 80)).containsExactly("17");
    assertThat(lines(null, 80)).containsExactly("null");
    assertThat(lines("a\r\nb\tc\u001b[31m", 80)).containsExactly("a", "b    c?[31m");
    assertThat(lines(List.of(), 80)).containsExactly("(empty)");
    assertThat(lines(Map.of(), 80)).containsExactly("(empty)");
    assertThat(lines("0123456789", 5)).containsExactly("0123…");
  }

  @Test
  void compositesAreNamesAndValuesAndWhatIsInsideIsIndented() {
    Object value =
        map(
            "on",
            true,
            "usage",
            map("max", -1, "used", 12),
            "names",
            List.of("a", "b"),
            "no",
            null);
    assertThat(lines(value, 80))
        .containsExactly(
            "on     true",
            "usage",
            "  max   -1",
            "  used  12",
            "names",
            "  a",
            "  b",
            "no     null");
  }

  @Test
  void rowsOfTheSameShapeAreATable() {
    List<Object> rows = List.of(map("id", 7, "name", "main"), map("id", 12, "name", null));
    assertThat(lines(rows, 80)).containsExactly("id  name", " 7  main", "12  null");
    Map<String, Object> byName =
        map("eden", map("max", 1, "used", List.of(2)), "old", map("max", 3, "used", List.of()));
    assertThat(lines(byName, 80))
        .containsExactly("      max  used", "eden    1  [2]", "old     3  []");
  }

  @Test
  void aTableThatIsTooWideIsShownRowByRow() {
    List<Object> rows = List.of(map("id", 7, "name", "main"), map("id", 12, "name", "x"));
    assertThat(lines(rows, 7))
        .containsExactly("1 of 2", "  id  …", "  name…", "2 of 2", "  id  …", "  name…");
    assertThat(lines(map("a", rows.get(0), "b", rows.get(1)), 10))
        .containsExactly("a", "  id    7", "  name  m…", "b", "  id    12", "  name  x");
  }

  @Test
  void numbersFillLinesAndTextHasALineEach() {
    assertThat(lines(Arrays.asList(1, 22, 333), 6)).containsExactly("1 22", "333");
    assertThat(lines(List.of("x", List.of(1L, 2L)), 6)).containsExactly("x", "1 2");
  }
}
