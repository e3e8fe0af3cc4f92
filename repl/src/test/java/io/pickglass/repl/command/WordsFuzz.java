package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Any line is taken apart or refused, and what came out goes in again. */
class WordsFuzz {
  @FuzzTest(maxDuration = "1m")
  void lines(byte[] data) {
    String line = new String(data, StandardCharsets.UTF_8);
    assertThat(Words.beingTyped(line)).isNotEmpty();
    List<List<String>> commands;
    try {
      commands = Words.commands(line);
    } catch (CommandFailure e) {
      assertThat(e).hasMessageContaining("is not closed");
      assertThat(Words.goesOn(line)).isTrue();
      return;
    }
    assertThat(Words.commands(quoted(commands))).isEqualTo(commands);
  }

  private static String quoted(List<List<String>> commands) {
    return commands.stream()
        .map(words -> words.stream().map(WordsFuzz::quoted).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(";"));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
