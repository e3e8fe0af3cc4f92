package io.pickglass;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.FAILED_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.instrument.PollOfThread;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.TaskReport;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private static final ScopedValue<String> TRACE = ScopedValue.newInstance();

  private static final class Order {
    long number() {
      return 42;
    }
  }

  private static List<String> fieldsOf(TaskHandle task) {
    return task.notes().fields();
  }

  @Test
  void whatTheProgramNotesOfATaskIsShownWithIt() {
    Order order = new Order();
    TaskHandle task = monitor.task("import");
    task.poll(() -> {
      // @start region="field"
      Pickglass.currentTask().field("order", String.valueOf(order.number()));
      // @end
      Pickglass.currentTask().field("user", "7");
      Pickglass.currentTask().field("order", "43");
      Pickglass.currentTask().field("gone", "x");
      Pickglass.currentTask().field("gone", null);
      Pickglass.currentTask().field("long", "x".repeat(1_000));
    });
    assertThat(fieldsOf(task))
        .isEqualTo(List.of("user=7", "order=43", "long=" + "x".repeat(250) + "…"));
    assertThat(Pickglass.currentTask().field("order", "1")).isFalse();
  }

  @Test
  void moreFieldsThanThereIsRoomForAreLeftOut() {
    TaskHandle task = monitor.task("import");
    task.poll(() -> {
      for (int i = 0; i < 20; i++) {
        Pickglass.currentTask().field("key-" + i, "value");
      }
    });
    assertThat(fieldsOf(task)).hasSize(16).endsWith("key-15=value");
  }

  @Test
  void whatEveryTaskShallHaveIsAskedAsItBeginsAndAsItEntersASection() throws Exception {
    // @start region="fieldFrom"
    Pickglass.fieldFrom("trace", () -> TRACE.isBound() ? TRACE.get() : null);
    // @end
    Pickglass.fieldFrom(
        "broken",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    try {
      TaskHandle before = monitor.task("bound before");
      ScopedValue.where(TRACE, "t1").run(() -> before.poll(() -> {}));
      assertThat(fieldsOf(before)).isEqualTo(List.of("trace=t1"));
      ScopedValue.where(TRACE, "of another poll").run(() -> before.poll(() -> {}));
      assertThat(fieldsOf(before)).isEqualTo(List.of("trace=t1"));
      List<String> own = new CopyOnWriteArrayList<>();
      Thread thread =
          monitor.start(() ->
              ScopedValue.where(TRACE, "t2")
                  .run(() ->
                      monitor.run(() -> own.addAll(PollOfThread.current().notes().fields()))));
      thread.join();
      assertThat(own).isEqualTo(List.of("trace=t2"));
    } finally {
      Pickglass.fieldFrom("trace", null);
      Pickglass.fieldFrom("broken", null);
    }
    TaskHandle after = monitor.task("after");
    ScopedValue.where(TRACE, "t3").run(() -> after.poll(() -> {}));
    assertThat(fieldsOf(after)).isEmpty();
  }
}
