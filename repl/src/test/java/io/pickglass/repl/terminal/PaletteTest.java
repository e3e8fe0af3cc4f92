package io.pickglass.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.top.FramesTest;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
  private static final Row ROW =
      Row.of(Span.bold(">> ", Ink.PLAIN), Span.of("12ms", Ink.MILLIS), Span.plain(" x"));

  private static final Pattern STYLE = Pattern.compile("\u001b\\[([\\d;]*)m");

  private static String ansi(int colours) {
    return new Palette(new Colours(colours)).ansi(ROW);
  }

  @Test
  void eachTerminalGetsTheColoursThatItHas() {
    assertThat(ansi(0)).isEqualTo(">> 12ms x");
    assertThat(ansi(8)).isEqualTo("\u001b[1m>> \u001b[32;22m12ms\u001b[0m x");
    assertThat(ansi(16)).isEqualTo(ansi(8));
    assertThat(ansi(256)).isEqualTo("\u001b[1m>> \u001b[38;5;114;22m12ms\u001b[0m x");
    assertThat(ansi(1 << 24)).isEqualTo("\u001b[1m>> \u001b[38;2;135;215;135;22m12ms\u001b[0m x");
  }

  @ParameterizedTest
  @CsvSource({
    "0,",
    "8,3[0-7]",
    "16,3[0-7]|9[0-7]",
    "256,38;5;\\d+",
    "16777216,38;2;\\d+;\\d+;\\d+"
  })
  void everyViewHasTheSameTextInEveryPaletteAndNoColoursButThose(int count, String colours) {
    Palette palette = new Palette(new Colours(count));
    for (Frame frame : FramesTest.all(120, 40, Look.UNICODE)) {
      for (Row row : frame.rows()) {
        String ansi = palette.ansi(row);
        assertThat(ansi.replaceAll("\u001b\\[[\\d;]*m", "")).isEqualTo(row.text());
        assertThat(STYLE.matcher(ansi).results().map(style -> style.group(1)))
            .as(row.text())
            .allMatch(style ->
                style.matches("((%s|0|1|2|22|39);?)*".formatted(colours == null ? "0" : colours)));
      }
    }
  }

  @Test
  void everyKindOfTextHasAStyleInEveryPalette() {
    for (int colours : new int[] {0, 8, 16, 256, 1 << 24}) {
      Palette palette = new Palette(new Colours(colours));
      assertThat(Arrays.stream(Ink.values()).map(ink -> palette.ansi(Row.of("word", ink))))
          .allMatch(text -> text.contains("word"));
    }
  }
}
