package io.pickglass.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** All races of this module, by jcstress. */
class RacesTest {
  @Test
  void noRaceEndsAsNoneMay() throws Exception {
    String mode = System.getProperty("races.mode", "quick");
    Report report = Jcstress.run(Jcstress.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
    System.out.printf(
        Locale.ROOT,
        "jcstress, %s: %d races, %d results, %,d samples, %d forbidden%n",
        mode,
        report.races(),
        report.passed(),
        report.samples(),
        report.forbidden());

    assertThat(report.exit()).as(report.text()).isZero();
    assertThat(report.forbidden()).as(report.text()).isZero();
    assertThat(report.races()).as(report.text()).isEqualTo(Jcstress.raceCount()).isGreaterThan(9);
    assertThat(report.passed()).as(report.text()).isEqualTo(report.planned());
    assertThat(report.samples()).as(report.text()).isGreaterThan(report.races() * 1_000);
  }

  @Test
  void aForbiddenOutcomeIsReadAsOne() {
    Report report =
        Report.of(
            List.of(
                "(Results: 2 planned; 1 passed, 1 failed, 0 soft errs, 0 hard errs)",
                "RUN RESULTS:",
                ".......... [FAILED] io.pickglass.monitor.Some",
                "  1, false        9   <0.01%   Forbidden  No default case provided",
                "   1, true  121,200   76.53%  Acceptable  it was there"),
            1);

    assertThat(report.forbidden()).isEqualTo(9);
    assertThat(report.samples()).isEqualTo(121_209);
    assertThat(report.races()).isOne();
    assertThat(report.planned()).isEqualTo(2);
    assertThat(report.passed()).isOne();
  }
}
