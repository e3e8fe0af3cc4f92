package io.pickglass.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.demo.load.LoadSettings;
import io.pickglass.demo.trouble.TroubleName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void withoutOptionsItLoadsInMemoryUntilItIsStopped() throws Exception {
    Options options = Options.parse();

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.load()).hasValue(LoadSettings.endless(100, 42));
    assertThat(options.troubles()).isEmpty();
    assertThat(options.database()).isEmpty();
    assertThat(options.exitAfterLoad()).isFalse();
    assertThat(options.stopOnEof()).isFalse();
    assertThat(options.help()).isFalse();
  }

  @Test
  void everyOptionIsUnderstoodWithAndWithoutAnEqualsSign() throws Exception {
    Options options =
        Options.parse(
            "--port=0",
            "--rate",
            "2.5",
            "--duration=10s",
            "--seed",
            "-7",
            "--trouble",
            "cpu,lock",
            "--trouble=pool",
            "--database",
            "users",
            "--exit-after-load",
            "--stop-on-eof");

    assertThat(options.port()).isZero();
    assertThat(options.load()).hasValue(new LoadSettings(2.5, 25, -7));
    assertThat(options.troubles())
        .containsExactly(TroubleName.CPU, TroubleName.LOCK, TroubleName.POOL);
    assertThat(options.database()).hasValue(Path.of("users"));
    assertThat(options.exitAfterLoad()).isTrue();
    assertThat(options.stopOnEof()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "30s, 30000", "5m, 300000", "2h, 7200000", "0, 0", "0s, 0"})
  void durationsHaveAUnit(String text, long millis) throws Exception {
    assertThat(Options.parse("--duration", text).duration()).hasValue(Duration.ofMillis(millis));
  }

  @Test
  void aDurationOfZeroIsNoLoad() throws Exception {
    assertThat(Options.parse("--duration", "0").load()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port x",
        "--port -1",
        "--port 65536",
        "--port=",
        "--rate 0",
        "--rate NaN",
        "--rate -1",
        "--rate Infinity",
        "--rate fast",
        "--duration 30",
        "--duration 1d",
        "--duration -1s",
        "--duration 9999999999s",
        "--seed 1.5",
        "--trouble",
        "--trouble cpu,",
        "--trouble none",
        "--database",
        "--database=a;b",
        "--exit-after-load",
        "--stop-on-eof=true",
        "--unknown",
        "word",
        "-"
      })
  void whatCannotBeUnderstoodIsSaidInOneSentence(String line) {
    assertThatThrownBy(() -> Options.parse(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .message()
        .matches("\\S[^\\n]*[^.]\\.");
  }

  @Test
  void aWrongValueIsShownWithWhatIsWanted() {
    assertThatThrownBy(() -> Options.parse("--trouble", "cpu,nix"))
        .hasMessage(
            "--trouble takes one of cpu, greedy, lock, deadlock, pool, carriers, chatty, restless, unwatched, doorman,"
                + " not 'nix'.");
  }

  @ParameterizedTest
  @EnumSource
  void theHelpNamesEveryTrouble(TroubleName name) {
    assertThat(Options.HELP).contains("  " + name.label() + " ", name.sentence());
  }
}
