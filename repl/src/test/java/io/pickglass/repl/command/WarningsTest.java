package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code warnings} on a process one of whose pools runs a task that does not end. */
@Timeout(120)
class WarningsTest extends OfWatched {
  @Override
  void connect(String wire) {
    super.connect(wire);
    Await.until(
        () -> !console.session().target().warnings().active().isEmpty(),
        () -> "the task that does not end is not warned of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void whatIsTheMatterIsSaidInFull(String wire) {
    connect(wire);
    List<String> lines = answer("warnings");
    int at = lines.indexOf("warning: 1 task of mail has run for 100 ms or longer without a pause");
    assertThat(at).as(lines.toString()).isNotNegative();
    assertThat(lines.get(at + 1))
        .matches(
            "  long-poll since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d, for .*; at worst .*");
    assertThat(lines.get(at + 2)).matches("  x\\d+ \\(.*\\) has run for .* without a pause");
    assertThat(lines.getLast())
        .isEqualTo(
            "pinned lacks Flight Recorder, which is off: FlightRecorder of pickglass:type=Runtimes"
                + " turns it on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void itIsToldAsJson(String wire) {
    connect(wire);
    console.session().format(OutputFormat.JSON);
    Map<?, ?> mail =
        answer("warnings").stream()
            .map(line -> (Map<?, ?>) JsonMapper.builder().build().readValue(line, Map.class))
            .filter(warning -> "mail".equals(warning.get("monitor")))
            .findFirst()
            .orElseThrow();
    assertThat(List.of(mail.get("warning"), mail.get("level"), mail.get("count")))
        .isEqualTo(List.of("long-poll", "warning", 1));
    assertThat(mail.containsKey("clearedMillis")).isFalse();
    assertThat((List<?>) mail.get("tasks")).hasSize(1);
    assertThat(answer("warnings --rules")).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void rulesSayWhenTheyWarnAndWhatToDo(String wire) {
    connect(wire);
    assertThat(answer("warnings --rules"))
        .contains(
            "warning         level     threshold",
            "long-scheduled  warning   100 ms",
            "  raised when a task has been ready for 100 ms and still has no thread");
  }

  @Test
  void rulesAreSetOverJmxAndWhatIsOverStandsInTheHistory() {
    connect("JMX");
    assertThat(answer("warnings --threshold never-yielded=7s --level never-yielded=critical"))
        .contains("never-yielded   critical  7 s");
    assertThat(answer("warnings --level long-poll=off"))
        .contains("long-poll       off       100 ms");
    Await.until(
        () -> console.session().target().warnings().active().isEmpty(),
        () -> "a warning that is off stays");
    assertThat(answer("warnings").getFirst())
        .isEqualTo("nothing is the matter, say 8 rules; `warnings --rules` lists them");
    assertThat(answer("warnings --history").getFirst())
        .matches("since +for +level +warning +of +most +worst");
    assertThat(console.lines().getLast()).matches("20.* warning +long-poll +mail +1 .*");
    console.session().connect(watched.jolokiaUrl());
    assertThat(answer("warnings --history").getLast()).isEqualTo(console.lines().getLast());
    assertThat(console.run("warnings --level long-poll=warning")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.errors().getLast()).contains("does not let us change anything");
    console.session().connect(Long.toString(watched.pid()));
    answer("warnings --level long-poll=warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--threshold long-pole=2s",
        "--threshold long-poll=soon",
        "--level long-poll=loud"
      })
  void whatCannotBeSetIsSaidInASentence(String option) {
    connect("JMX");
    assertThat(console.run("warnings " + option)).isNotZero();
    assertThat(console.errors().getLast())
        .doesNotContain("Exception")
        .containsAnyOf(
            "there is no warning \"long-pole\": give self-wakes, ",
            "the threshold \"soon\": give a time such as 250ms or 2s",
            "the level \"loud\": give off, info, warning or critical");
  }

  @Test
  void historyIsShownAlone() {
    connect("JMX");
    assertThat(console.run("warnings --history --rules")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors().getLast())
        .isEqualTo("`--history` shows what is over: give it alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aTargetWithoutTheBeanSaysSo(String wire) {
    try (Watched older = Watched.startOlder()) {
      console
          .session()
          .connect(wire.equals("JMX") ? Long.toString(older.pid()) : older.jolokiaUrl());
      for (String command : List.of("warnings", "warnings --history")) {
        assertThat(console.run(command)).as(command).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(console.errors().getLast())
            .endsWith(
                " has no warnings: its Pickglass is older than this console, which needs a newer"
                    + " one");
      }
    }
  }
}
