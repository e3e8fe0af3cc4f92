package io.pickglass;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.FAILED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.TaskReport;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrentTaskTest {
  private final ManualClock clock = new ManualClock();
  private final TaskMonitor monitor = Monitors.on(clock);

  private String answer() {
    clock.advanceNanos(7);
    return "a row";
  }

  @Test
  void aTaskTellsItsOwnTimes() {
    AtomicReference<String> header = new AtomicReference<>();
    TaskHandle task = monitor.task("GET /users");
    clock.advanceNanos(2_000_000);
    task.poll(() -> {
      clock.advanceNanos(5_000_000);
      // @start region="current"
      TaskReport soFar = Pickglass.currentTask().report();
      header.set(
          "queue;dur=%d, run;dur=%d, wait;dur=%d"
              .formatted(
                  soFar.firstPollDelayNanos() / 1_000_000,
                  soFar.pollNanos() / 1_000_000,
                  soFar.idleNanos() / 1_000_000));
      // @end
    });
    assertThat(header).hasValue("queue;dur=2, run;dur=5, wait;dur=0");
  }

  @Test
  void aStretchOfATaskIsMeasuredWithItsResult() throws Exception {
    // @start region="measured"
    Measured<String> row = monitor.measured(() -> answer());
    System.out.println(row.get() + " after " + row.report().livedNanos() + " ns");
    // @end
    assertThat(row)
        .isEqualTo(new Measured<>("a row", null, new TaskReport(7, 0, 1, 7, 0, 0, 0, 0)));
    assertThat(row.outcome()).isEqualTo(Outcome.RETURNED);
  }

  @Test
  void whatMeasuredCodeThrowsIsInTheAnswerWithItsReport() {
    Exception thrown = new Exception("on purpose");
    Measured<String> failed =
        monitor.measured(() -> {
          answer();
          throw thrown;
        });
    assertThat(failed)
        .isEqualTo(new Measured<>(null, thrown, new TaskReport(7, 0, 1, 7, 0, 0, 0, 0)));
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThatThrownBy(failed::get).isSameAs(thrown);
  }

  @Test
  void aCancellationIsToldFromAFailure() {
    assertThat(
            monitor
                .measured(() -> {
                  throw new CancellationException();
                })
                .outcome())
        .isEqualTo(Outcome.CANCELLED);
    assertThat(
            monitor
                .measured(() -> {
                  throw new InterruptedException();
                })
                .outcome())
        .isEqualTo(Outcome.CANCELLED);
    assertThat(
            monitor
                .measured(() -> {
                  throw new StackOverflowError();
                })
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  private static List<Long> counts(String name) {
    TaskMetrics metrics = Pickglass.monitor(name).cumulative();
    return Stream.of(INSTRUMENTED_COUNT, ENDED_COUNT, FAILED_COUNT, POLL_COUNT)
        .map(metrics::get)
        .toList();
  }

  @Test
  void aThreadThatServesManyRequestsIsATaskOfEach() throws Exception {
    Pickglass.monitor("connections")
        .start(() -> {
          Thread.yield();
          for (String request : List.of("GET /users", "GET /orders", "GET /users")) {
            // @start region="name"
            Pickglass.currentTask().name(request);
            // @end
            Thread.yield();
          }
          Pickglass.monitor("rows")
              .run(() -> {
                Pickglass.currentTask().name("a row");
                Thread.yield();
              });
          Thread.yield();
        })
        .join();
    assertThat(counts("connections")).isEqualTo(List.of(1L, 1L, 0L, 7L));
    assertThat(counts("GET /users")).isEqualTo(List.of(2L, 2L, 0L, 6L));
    assertThat(counts("GET /orders")).isEqualTo(List.of(1L, 1L, 0L, 2L));
    assertThat(counts("a row")).isEqualTo(List.of(1L, 1L, 0L, 2L));
  }

  @Test
  void aTaskOfAnExecutorThatFailsFailsUnderItsName() throws Exception {
    try (ExecutorService executor =
        Pickglass.monitor("jobs").executor(Executors.newSingleThreadExecutor())) {
      executor.submit(() -> {
        Pickglass.currentTask().name("import");
        Pickglass.currentTask().name("import");
        throw new IllegalStateException("on purpose");
      });
    }
    assertThat(counts("import")).isEqualTo(List.of(1L, 1L, 1L, 1L));
    assertThat(counts("jobs")).isEqualTo(List.of(1L, 1L, 1L, 1L));
  }

  @Test
  void whereNoWatchedTaskRunsNothingIsNamed() {
    assertThat(Pickglass.currentTask().name("nobody")).isFalse();
  }

  @Test
  void whereNoWatchedTaskRunsThereIsOneThatHasDoneNothing() {
    assertThat(Pickglass.currentTask().isWatched()).isFalse();
    assertThat(Pickglass.currentTask().report()).isEqualTo(TaskReport.NONE);
  }
}
