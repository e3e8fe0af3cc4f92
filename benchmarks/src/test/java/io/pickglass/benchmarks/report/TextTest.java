package io.pickglass.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void bothSidesTheirDifferenceAndTheAim() {
    assertThat(Text.lines(Samples.DIFFERENCE))
        .containsExactly(
            "P1                 yield poll of a virtual thread, one carrier",
            "                   plain 151 ns   watched 212 ns   +61.5 ns (58.2 ns to 66 ns)"
                + "   aim ≤ 65 ns: met, noisy");
  }

  @Test
  void anAmountHasOneSideOnly() {
    assertThat(Text.lines(Samples.AMOUNT))
        .containsExactly(
            "P10                a tick of 1,000 active monitors",
            "                   4 ms (3.50 ms to 1,234 ms)   aim ≤ 3 ms: NOT MET");
  }

  @Test
  void withoutAnAimNobodyIsJudged() {
    assertThat(Text.lines(Samples.WITHOUT_AIM).getLast())
        .isEqualTo("                   plain 400 ns   jfr 600 ns   +200 ns (-20 ns to 220 ns)");
  }

  @Test
  void aCurveShowsTheDifferenceAtEachPoint() {
    assertThat(Text.lines(Samples.CURVE).getLast())
        .isEqualTo(
            "                   1: +11 ns   1,000: +11 ns   1.20 (1.10 to 1.30)"
                + "   aim ≤ 1.50: met");
  }
}
