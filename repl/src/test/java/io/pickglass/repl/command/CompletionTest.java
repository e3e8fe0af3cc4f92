package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final Completion completion = new Completion(new Console().commands());

  private List<String> at(String line) {
    return completion.at(line).stream().map(Completion.Candidate::value).toList();
  }

  @Test
  void aLineBeginsWithACommandAlsoAfterASemicolon() {
    assertThat(at("")).contains("monitors", "show", "tail", "diff", "quit");
    assertThat(at("monitors; sh")).contains("show");
  }

  @Test
  void aDashBeginsAnOptionOfThatCommand() {
    assertThat(at("tail --"))
        .contains("--count", "--every", "--fields", "--help")
        .doesNotContain("--all");
    assertThat(at("diff a -1 -2 --")).contains("--all");
  }

  @Test
  void anOptionsValueIsCompletedAfterIt() {
    assertThat(at("monitors --sort ")).contains("live", "busy%");
    assertThat(at("tail --count ")).isEmpty();
    assertThat(at("set ")).containsExactly("timeout", "output", "enabled=on", "enabled=off");
    assertThat(at("set orders ")).contains("enabled=on", "enabled=off");
  }

  @Test
  void aListIsCompletedAfterItsLastComma() {
    assertThat(at("tail --fields poll")).contains("pollCount");
    assertThat(at("tail a --fields pollCount,bu")).contains("pollCount,busyRatio");
  }

  @Test
  void theAgentsSettingsAreCompletedAfterTheProcess() {
    assertThat(at("attach --")).contains("--jolokia", "--exporter");
    assertThat(at("attach 4711 ")).contains("group=class", "include=");
    assertThat(at("attach 4711 group=class --jolokia 8778 ex")).contains("exclude=");
  }

  @Test
  void helpCompletesItsTopics() {
    assertThat(at("help ")).contains("tail", "metrics");
  }

  @Test
  void nothingIsKnownAfterAnUnknownCommand() {
    assertThat(at("nonsense ")).isEmpty();
  }

  @Test
  void everyCandidateForACommandSaysWhatItDoes() {
    assertThat(completion.at("")).allMatch(candidate -> !candidate.description().isEmpty());
  }
}
