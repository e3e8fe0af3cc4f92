package io.pickglass.repl.series;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.TaskInterval;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static Difference of(TaskMetric metric, TaskInterval a, TaskInterval b) {
    return Difference.between(a, b, false).stream()
        .filter(d -> d.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aChangeIsWhatBHasMoreThanA() {
    Difference d =
        of(POLL_COUNT, interval("a", 1, POLL_COUNT, 40), interval("a", 2, POLL_COUNT, 30));
    assertThat(d.change()).isEqualTo(-10L);
    assertThat(d.relative()).hasValue(-0.25);
  }

  @Test
  void aChangeOfNanosecondsIsExactBeyond2To53() {
    long big = (1L << 60) + 1;
    Difference d =
        of(POLL_NANOS, interval("a", 1, POLL_NANOS, big), interval("a", 2, POLL_NANOS, big + 1));
    assertThat(d.change()).isEqualTo(1L);
  }

  @Test
  void whatWasZeroHasNoRelativeChange() {
    Difference d = of(POLL_COUNT, interval("a", 1), interval("a", 2, POLL_COUNT, 5));
    assertThat(d.relative()).isEqualTo(OptionalDouble.empty());
    assertThat(d.isZero()).isFalse();
  }

  @Test
  void whatOneOfTheTwoDoesNotKnowIsLeftOut() {
    List<Difference> all = Difference.between(withoutPolls("a", 1, 1), interval("a", 2), false);
    assertThat(all).extracting(Difference::metric).contains(LIVE_COUNT).doesNotContain(POLL_COUNT);
  }

  @Test
  void ratesMakeSpansOfDifferentLengthComparable() {
    Interval<?> two =
        Spans.merge(List.of(interval("a", 1, POLL_COUNT, 4), interval("a", 2, POLL_COUNT, 8)));
    TaskInterval one = interval("a", 3, POLL_COUNT, 6, LIVE_COUNT, 3);
    Difference polls =
        Difference.between(two, one, true).stream()
            .filter(d -> d.metric() == POLL_COUNT)
            .findFirst()
            .orElseThrow();
    assertThat(polls.change()).isEqualTo(0.0);
    assertThat(Rates.perSecond(one)).containsEntry(LIVE_COUNT, 3L); // a level is no movement
  }
}
