package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.withoutPolls;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryViewTest {
  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  @Test
  void everyMetricIsShownOnce() {
    assertThat(SummaryView.shown()).containsExactlyInAnyOrder(TaskMetric.values());
  }

  @Test
  void aLineForEachKindOfTimeAndADashForTheMeanOfNone() {
    List<String> lines =
        texts(
            SummaryView.lines(
                interval(
                    "a",
                    1,
                    POLL_COUNT,
                    4,
                    POLL_NANOS,
                    8_000,
                    MAX_POLL_NANOS,
                    5_000,
                    BUSY_RATIO,
                    0.25,
                    LIVE_COUNT,
                    3),
                60,
                Symbols.ASCII));
    assertThat(lines)
        .startsWith(
            "               count   share   total    mean  p99     max",
            "to first poll      0             0ns       -    -       -")
        .contains("poll               4  25.00%  8.00us  2.00us  0ns  5.00us")
        .contains("  slow             0             0ns       -")
        .contains("now: runningCount 0, scheduledNowCount 0, idleNowCount 0,");
  }

  @Test
  void wherePollsAreNotSeenOnlyTheTasksAreShown() {
    assertThat(texts(SummaryView.lines(withoutPolls("a", 1, 3), 200, Symbols.ASCII)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("tasks: instrumentedCount 0, ")
        .contains("liveCount 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 40, 80, 120})
  void noLineIsWiderThanTheScreenAndAllFitOnOne(int width) {
    List<String> lines = texts(SummaryView.lines(interval("a", 1), width, Symbols.UNICODE));
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    assertThat(lines.size()).isLessThan(width < 40 ? 1_000 : 24);
  }
}
