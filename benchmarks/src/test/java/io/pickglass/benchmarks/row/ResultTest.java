package io.pickglass.benchmarks.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Row AT_MOST_65 = Rows.of("P1").getFirst();

  private static Result of(double min, double median, double max) {
    return of(AT_MOST_65, min, median, max);
  }

  private static Result of(Row row, double min, double median, double max) {
    return new Result(row, "PLAIN", 1.0, "WATCHED", 2.0, new Figures(min, median, max), List.of());
  }

  private static Row with(@Nullable Aim aim) {
    Row row = AT_MOST_65;
    return Row.of(
        "X", row.what(), aim, row.unit(), row.plans().getFirst(), row.reading(), row.how());
  }

  @Test
  void theMiddleDecidesAndTheLimitCounts() {
    assertThat(of(10, 65, 65).met()).isTrue();
    assertThat(of(10, 65.1, 70).met()).isFalse();
    assertThat(of(with(Aim.atLeast(65)), 60, 64.9, 70).met()).isFalse();
    assertThat(of(with(Aim.atLeast(65)), 60, 65, 70).met()).isTrue();
  }

  @Test
  void whereRepetitionsDisagreeTheRowIsNoisy() {
    assertThat(of(60, 61, 65).isNoisy()).isFalse();
    assertThat(of(60, 61, 66).isNoisy()).isTrue();
    assertThat(of(66, 80, 99).isNoisy()).isFalse();
  }

  @Test
  void withoutAnAimNothingIsMetOrNoisyOrWorse() {
    Result peer = of(with(null), 1, 2, 3);
    assertThat(peer.met()).isNull();
    assertThat(peer.isNoisy()).isFalse();
    assertThat(of(with(null), 100, 200, 300).isWorseThan(peer)).isFalse();
  }

  @Test
  void worseIsOnlyWhatIsWorseInEveryRepetition() {
    Result earlier = of(50, 60, 70);
    assertThat(of(70, 80, 90).isWorseThan(earlier)).isFalse();
    assertThat(of(70.1, 80, 90).isWorseThan(earlier)).isTrue();
    assertThat(of(10, 20, 30).isWorseThan(earlier)).isFalse();
    Row atLeast = with(Aim.atLeast(1));
    assertThat(of(atLeast, 10, 20, 30).isWorseThan(of(atLeast, 31, 40, 50))).isTrue();
    assertThat(of(atLeast, 70, 80, 90).isWorseThan(of(atLeast, 31, 40, 50))).isFalse();
  }
}
