package io.pickglass.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class ColoursTest {
  private static final int TRUE = 1 << 24;

  private static int count(String wish, Map<String, String> environment, String type, int known) {
    return Colours.of(wish, environment, type, known).count();
  }

  @Test
  void whatIsWishedWinsOverTheEnvironment() {
    Map<String, String> none = Map.of("NO_COLOR", "1");
    assertThat(count("off", Map.of("COLORTERM", "truecolor"), "xterm", 256)).isZero();
    assertThat(count("8", none, "dumb", 0)).isEqualTo(8);
    assertThat(count("16", none, "dumb", 0)).isEqualTo(16);
    assertThat(count("256", none, "dumb", 0)).isEqualTo(256);
    assertThat(count("truecolor", none, "dumb", 0)).isEqualTo(TRUE);
  }

  @Test
  void byItselfItIsWhatEnvironmentAndTerminalSay() {
    assertThat(count("auto", Map.of("NO_COLOR", "1", "COLORTERM", "24bit"), "xterm", 8)).isZero();
    assertThat(count("auto", Map.of("NO_COLOR", ""), "xterm-256color", 256)).isEqualTo(256);
    assertThat(count("auto", Map.of("COLORTERM", "24bit"), "xterm", 8)).isEqualTo(TRUE);
    assertThat(count("auto", Map.of("COLORTERM", "nonsense"), "xterm", 0)).isEqualTo(8);
    assertThat(count("auto", Map.of(), "dumb-color", 8)).isZero();
  }

  @Test
  void withoutColoursNothingIsAddedToTheText() {
    AttributedStyle red = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    assertThat(new Colours(0).paint("x", red)).isEqualTo("x");
    assertThat(new Colours(8).paint("x", red)).isEqualTo("\u001b[31mx\u001b[0m");
  }
}
