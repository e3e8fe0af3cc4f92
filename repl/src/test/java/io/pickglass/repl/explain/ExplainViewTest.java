package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.IDLE_RATIO;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.MAX_IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainViewTest {
  private static final Explanation WAITS =
      Case.of(
              INSTRUMENTED_COUNT,
              4,
              ENDED_COUNT,
              4,
              POLL_COUNT,
              8,
              LIVED_NANOS,
              400_000_000,
              IDLE_RATIO,
              0.5,
              IDLE_COUNT,
              4,
              IDLE_NANOS,
              200_000_000,
              MAX_IDLE_NANOS,
              90_000_000)
          .on(Case.scheduler(2, RuntimeMetric.STARVATION_NANOS, 7, RuntimeMetric.QUEUE_DEPTH, 1))
          .explained();

  private static List<String> texts(int width) {
    return ExplainView.lines(WAITS, width).stream().map(Line::text).toList();
  }

  @Test
  void eachQuestionStandsWithItsAnswerItsNumberAndItsReasons() {
    assertThat(texts(100))
        .containsExactly(
            "orders, the last 1s",
            "1. Is the task waiting for something? yes",
            "   idleRatio 50.00%, meanIdleNanos 50.00ms",
            "   the longest wait, 90ms, is near the mean: all wait alike",
            "2. Is it computing? no",
            "   busyRatio 0.00%, meanPollNanos 0ns, maxPollNanos 0ns",
            "3. Is it ready, and nobody runs it? no",
            "   scheduledRatio 0.00%, meanFirstPollDelayNanos –, meanScheduledNanos –",
            "4. Are polls and waits short, but many? no",
            "   pollCount / endedCount 2.0, meanPollNanos 0ns, selfWakeCount 0",
            "5. Does the monitor not see it? no",
            "   instrumentedCount 4, liveCount 0, idleCount 4",
            "6. Are the threads that run it taken? no",
            "   starvationNanos 7ns, queueDepth 1",
            "The tasks of `orders` wait 50.0% of their time, 50ms each.",
            "Next: `tasks --monitor orders --state idle --sort inState` shows who waits, `task ID` for what and",
            "who has that.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 40, 80, 500})
  void itIsNeverWiderThanTheScreen(int width) {
    assertThat(texts(width)).allMatch(line -> line.length() <= width);
  }

  @Test
  void inAsciiNoOtherCharacterIsWritten() {
    Explanation ascii =
        Explainer.of(Case.of(INSTRUMENTED_COUNT, 1, ENDED_COUNT, 1).evidence(), Symbols.ASCII);
    assertThat(ExplainView.lines(ascii, 80))
        .hasSizeGreaterThan(12)
        .allMatch(line -> line.text().chars().allMatch(c -> c >= ' ' && c < 127));
  }

  @Test
  void asJsonItHasTheNumbersThemselves() {
    Map<String, Object> json = ExplainView.json("monitor", WAITS);
    assertThat(json)
        .containsEntry("monitor", "orders")
        .containsEntry("span", "the last 1s")
        .containsEntry("reason", "waits")
        .containsKeys("meaning", "next");
    assertThat((List<?>) json.get("findings"))
        .hasSize(6)
        .first()
        .isEqualTo(
            Map.of(
                "question",
                "Is the task waiting for something?",
                "answer",
                "yes",
                "numbers",
                Map.of("idleRatio", 0.5, "meanIdleNanos", 50_000_000L),
                "evidence",
                List.of("the longest wait, 90ms, is near the mean: all wait alike")));
  }
}
