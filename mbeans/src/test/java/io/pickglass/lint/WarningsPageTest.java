package io.pickglass.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.WarningRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/warnings.md and the rules are the same list. */
class WarningsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "warnings.md");

  private final Warnings warnings = new Desk().warnings;

  private String row(WarningRule rule) {
    return "| `%s` | %s | %s | %s, %s | %s |"
        .formatted(
            rule.name(),
            rule.raisedWhen(),
            warnings.rule(rule.name()).clearedWhen(),
            rule.defaultLevel(),
            rule.thresholdText(),
            rule.advice());
  }

  @Test
  void everyRuleHasItsRowAndEveryRowARule() throws IOException {
    List<String> rows =
        Files.readString(PAGE).lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).containsExactlyElementsOf(warnings.rules().stream().map(this::row).toList());
  }

  @Test
  void theNumbersOfThePageAreThoseOfTheCode() throws IOException {
    assertThat(Files.readString(PAGE).replaceAll("\\s+", " "))
        .contains(
            "every " + WarningsThread.DEFAULT_LOOK_MILLIS + " ms",
            "the " + Warnings.EXAMPLES + " worst tasks",
            "%,d may be active".formatted(Warnings.ACTIVE_LIMIT),
            "the last %,d that were cleared".formatted(Warnings.HISTORY_LIMIT));
  }

  @Test
  void aWarningIsClearedWhenThePageSaysSo() {
    assertThat(Active.CLEAR_LOOKS).isEqualTo(3);
    assertThat(Active.CLEAR_NANOS).isEqualTo(Desk.nanos(2_000));
    assertThat(Pinned.RECENT_MILLIS).isEqualTo(15_000);
  }
}
