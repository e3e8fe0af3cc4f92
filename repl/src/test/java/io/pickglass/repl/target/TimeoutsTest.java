package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {
  @Test
  void unitsAreAddedUp() {
    assertThat(Timeouts.parse("5s")).hasValue(Duration.ofSeconds(5));
    assertThat(Timeouts.parse("500ms")).hasValue(Duration.ofMillis(500));
    assertThat(Timeouts.parse("1h2m3s4ms")).hasValue(Duration.ofMillis(3_723_004));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "0s", "-1s", "5 s", "1s2m", "99999999999999999999s"})
  void anythingElseIsNone(String text) {
    assertThat(Timeouts.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5s", "1m30s", "500ms", "1h", "2h5m1s7ms"})
  void whatIsShownCanBeTyped(String text) {
    assertThat(Timeouts.text(Timeouts.parse(text).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"5s, 4499", "1s, 599", "101ms, 99", "100ms, 1", "1ms, 1", "30s, 27599"})
  void anAttachGivesUpWithinThem(String timeout, long millis) {
    assertThat(LocalProcess.patience(Timeouts.parse(timeout).orElseThrow())).isEqualTo(millis);
  }
}
