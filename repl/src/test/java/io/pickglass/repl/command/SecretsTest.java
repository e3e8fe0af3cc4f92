package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connect http://me:hunter2@h/jolokia | connect http://me:***@h/jolokia",
        "connect https://me:hun@ter/2@h      | connect https://me:***@h",
        "connect h:1 --password hunter2      | connect h:1 --password ***",
        "connect h:1 --trust-store-password=hunter2 x | connect h:1 --trust-store-password=*** x",
        "connect h:1 --password env:A        | connect h:1 --password env:A",
        "connect h:1 --password file:/a/b    | connect h:1 --password file:/a/b",
        "connect http://me@h/jolokia         | connect http://me@h/jolokia",
        "tail orders --every 5s              | tail orders --every 5s",
      })
  void passwordsAreMadeUnreadable(String line, String hidden) {
    assertThat(Secrets.hidden(line)).isEqualTo(hidden);
    assertThat(Secrets.isFitForHistory(line)).isTrue();
  }

  @Test
  void aLineThatSetsAPasswordIsNotRemembered() {
    assertThat(Secrets.isFitForHistory("set x:type=Pool Password hunter2")).isFalse();
    assertThat(Secrets.isFitForHistory("monitors; invoke Pool changeApiToken abc")).isFalse();
  }

  @Test
  void theyComeFromWhereTheyAre() throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "hunter2\nsecond line\n");
    assertThat(Secrets.read("file:" + file, "it", what -> what)).isEqualTo("hunter2");
    assertThat(Secrets.read("env:HOME", "it", what -> what)).isEqualTo(System.getenv("HOME"));
    assertThat(Secrets.read("ask", "password of me", what -> "for " + what))
        .isEqualTo("for password of me");
  }

  @Test
  void whatIsNotThereIsOneSentenceWithoutTheSecret() {
    assertThatThrownBy(() -> Secrets.read("hunter2", "password of me", what -> what))
        .hasMessage(
            "password of me is not given by itself, as it would be seen in the list of processes"
                + " and in the history: give env:NAME, file:PATH or ask");
    assertThatThrownBy(() -> Secrets.read("env:NO_SUCH_THING", "it", what -> what))
        .hasMessage(
            "it: there is no environment variable `NO_SUCH_THING`: set it, or give file:PATH or ask");
    assertThatThrownBy(() -> Secrets.read("file:/no/such", "it", what -> what))
        .hasMessage(
            "it: `/no/such` cannot be read (NoSuchFileException): give a file whose first"
                + " line it is");
  }
}
