package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_RATIO;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.repl.Intervals.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.view.Symbols;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorstTest {
  private static final long S = 1_000_000_000L;

  private static Evidence monitor(String name, long tasks, long lived, double idle) {
    return Case.of(
            interval(
                name,
                1,
                INSTRUMENTED_COUNT,
                tasks,
                ENDED_COUNT,
                tasks,
                POLL_COUNT,
                tasks,
                LIVED_NANOS,
                lived,
                IDLE_RATIO,
                idle))
        .evidence();
  }

  private static Optional<String> worst(Evidence... all) {
    return Worst.of(Arrays.asList(all), Symbols.ASCII).map(Evidence::name);
  }

  @Test
  void theSectionInWhichTheTasksWaitIsNearerThanTheTasks() {
    assertThat(
            worst(
                monitor("http", 10, 10 * S, 0.9),
                monitor("db", 10, 8 * S, 0.99),
                monitor("json", 10, S / 100, 0),
                monitor("mail", 10, S, 0.99)))
        .contains("db");
  }

  @Test
  void whereNothingIsWrongTheMonitorWithoutTasksIsAskedForThenTheBusiest() {
    Evidence http = monitor("http", 10, 2 * S, 0);
    Evidence db = monitor("db", 10, S, 0);
    assertThat(worst(http, db)).contains("http");
    assertThat(worst(http, monitor("mail", 0, 0, 0))).contains("mail");
    assertThat(worst()).isEmpty();
  }
}
