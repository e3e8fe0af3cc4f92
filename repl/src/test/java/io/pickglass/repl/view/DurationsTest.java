package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0ns, 0ns",
    "1, 1ns, 1ns",
    "999, 999ns, 999ns",
    "1000, 1µs, 1.00µs",
    "1499, 1µs, 1.50µs",
    "999499, 999µs, 999.50µs",
    "999500, 1ms, 999.50µs",
    "999994, 1ms, 999.99µs",
    "999995, 1ms, 1.00ms",
    "999999, 1ms, 1.00ms",
    "1000000, 1ms, 1.00ms",
    "999999999, 1s, 1.00s",
    "1234567890, 1s, 1.23s",
    "59499999999, 59s, 59.50s",
    "59500000000, 1m00s, 59.50s",
    "59999999999, 1m00s, 1m00s",
    "60000000000, 1m00s, 1m00s",
    "725000000000, 12m05s, 12m05s",
    "3599600000000, 1h00m, 1h00m",
    "52320000000000, 14h32m, 14h32m",
    "86400000000000, 1d00h, 1d00h",
    "1047600000000000, 12d03h, 12d03h",
    "8812800000000000, 102d, 102d",
    "9223372036854775807, 106751d, 106751d",
  })
  void aDurationIsInTheGreatestUnitThatItFills(long nanos, String brief, String detailed) {
    assertThat(Durations.brief(nanos, Symbols.UNICODE)).isEqualTo(brief);
    assertThat(Durations.detailed(nanos, Symbols.UNICODE)).isEqualTo(detailed);
  }

  @Test
  void aDecreaseHasASign() {
    assertThat(Durations.detailed(-1500, Symbols.UNICODE)).isEqualTo("-1.50µs");
    assertThat(Durations.detailed(Long.MIN_VALUE, Symbols.UNICODE)).isEqualTo("-106751d");
  }

  @Test
  void asciiTerminalsGetOnlyAscii() {
    assertThat(Durations.brief(1000, Symbols.ASCII)).isEqualTo("1us");
  }
}
