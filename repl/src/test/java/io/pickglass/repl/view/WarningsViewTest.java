package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsViewTest {
  private static final long BEGIN = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();

  private static final Warning WARNING =
      new Warning(
          1,
          "long-poll",
          "warning",
          "monitor",
          "orders",
          "3 tasks of orders have run for 100 ms or longer without a pause",
          BEGIN,
          BEGIN + 125_000,
          0,
          3,
          7,
          200_000_000,
          2_100_000_000,
          100_000_000,
          "nanoseconds",
          List.of(
              new WarnedTask("v7", "a\nb…", 200_000_000, "v7 (a\nb…) has run for 200 ms"),
              new WarnedTask("v8", "", 150_500, "v8 has run for 150 µs")),
          List.of("orders.Handler.answer(Handler.java:17)"));

  private static final WarningRule RULE =
      new WarningRule(
          "pinned",
          "warning",
          "warning",
          20_000_000,
          20_000_000,
          "nanoseconds",
          "20 ms",
          "it is pinned",
          "unpin it",
          "Flight Recorder");

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  @Test
  void anActiveWarningIsABlock() {
    assertThat(
            texts(
                WarningsView.active(
                    List.of(WARNING), List.of(RULE), ZoneOffset.UTC, 100, Symbols.ASCII)))
        .containsExactly(
            "warning: 3 tasks of orders have run for 100 ms or longer without a pause",
            "  long-poll since 2026-01-02 03:04:05, for 2m05s; at worst 2s, at most 7 at once",
            "  v7 (a?b~) has run for 200 ms",
            "  v8 has run for 150 us",
            "  and 1 more",
            "  | orders.Handler.answer(Handler.java:17)",
            "pinned lacks Flight Recorder");
  }

  @Test
  void whatIsOverIsALine() {
    assertThat(
            texts(
                WarningsView.history(
                    List.of(WARNING.cleared(BEGIN + 200)), ZoneOffset.UTC, 100, Symbols.ASCII)))
        .containsExactly(
            "since                  for  level    warning    of      most  worst",
            "2026-01-02 03:04:05  200ms  warning  long-poll  orders     7     2s");
  }

  @Test
  void aRuleSaysWhenWhatAndWhyNot() {
    assertThat(texts(WarningsView.rules(List.of(RULE), 100, Symbols.ASCII)))
        .containsExactly(
            "warning  level    threshold",
            "pinned   warning  20 ms",
            "  raised when it is pinned",
            "  unpin it",
            "  lacks Flight Recorder");
  }

  @Test
  void nothingIsAnAnswerToo() {
    assertThat(texts(WarningsView.active(List.of(), List.of(), ZoneOffset.UTC, 100, Symbols.ASCII)))
        .containsExactly("nothing is the matter, say 0 rules; `warnings --rules` lists them");
    assertThat(texts(WarningsView.history(List.of(), ZoneOffset.UTC, 100, Symbols.ASCII)))
        .containsExactly("nothing that is over: no warning was cleared");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20, 40, 500})
  void noLineIsWiderThanTheScreen(int width) {
    for (List<Line> lines :
        List.of(
            WarningsView.active(
                List.of(WARNING), List.of(RULE), ZoneOffset.UTC, width, Symbols.UNICODE),
            WarningsView.history(List.of(WARNING), ZoneOffset.UTC, width, Symbols.UNICODE),
            WarningsView.rules(List.of(RULE), width, Symbols.UNICODE))) {
      assertThat(texts(lines)).isNotEmpty().allMatch(line -> line.length() <= width);
    }
  }
}
