package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.Section;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T29: sections of a task. */
class SectionConformanceTest {
  private static final TaskMetric[] BOOKS = {
    INSTRUMENTED_COUNT, FIRST_POLL_COUNT, POLL_COUNT, IDLE_COUNT, ENDED_COUNT, FAILED_COUNT
  };

  private final TaskMonitor outer = Monitors.onSystemClock();
  private final TaskMonitor inner = Monitors.onSystemClock();

  private static Map<TaskMetric, Long> books(long polls, long idles, long failed) {
    return Map.of(
        INSTRUMENTED_COUNT,
        1L,
        FIRST_POLL_COUNT,
        1L,
        POLL_COUNT,
        polls,
        IDLE_COUNT,
        idles,
        ENDED_COUNT,
        1L,
        FAILED_COUNT,
        failed);
  }

  private static void park() {
    RealConformanceTest.sleep(Duration.ofMillis(2));
  }

  private static void assertAddsUp(TaskMonitor monitor) {
    var metrics = monitor.cumulative();
    assertThat(
            metrics.get(FIRST_POLL_DELAY_NANOS)
                + metrics.get(POLL_NANOS)
                + metrics.get(IDLE_NANOS)
                + metrics.get(SCHEDULED_NANOS))
        .isEqualTo(metrics.get(LIFETIME_NANOS));
    assertThat(only(metrics, RUNNING_COUNT, IDLE_NOW_COUNT, SCHEDULED_NOW_COUNT))
        .isEqualTo(Map.of(RUNNING_COUNT, 0L, IDLE_NOW_COUNT, 0L, SCHEDULED_NOW_COUNT, 0L));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void t29_aSectionHasThePollsBetweenItsParks(int parks) {
    Await.end(
        outer.start(() -> {
          park();
          inner.run(() -> {
            for (int i = 0; i < parks; i++) {
              park();
            }
          });
          park();
        }));
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(parks + 1, parks, 0));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(parks + 3, parks + 2, 0));
    assertAddsUp(inner);
    assertAddsUp(outer);
  }

  @Test
  void t29_sectionsNest() {
    TaskMonitor innermost = Monitors.onSystemClock();
    Await.end(
        outer.start(() ->
            inner.run(() -> {
              park();
              innermost.run(SectionConformanceTest::park);
              park();
            })));
    assertThat(only(innermost.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(4, 3, 0));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(4, 3, 0));
    assertAddsUp(innermost);
    assertAddsUp(inner);
    assertAddsUp(outer);
  }

  @Test
  void t29_aSectionThatThrowsHasFailedAndItsTaskHasNot() {
    AtomicReference<Throwable> caught = new AtomicReference<>();
    IllegalStateException thrown = new IllegalStateException("on purpose");
    Await.end(
        outer.start(() -> {
          try {
            inner.run(() -> {
              park();
              throw thrown;
            });
          } catch (IllegalStateException e) {
            caught.set(e);
          }
        }));
    assertThat(caught.get()).isSameAs(thrown);
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(2, 1, 1));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
  }

  @Test
  void t29_aSectionLeftOpenEndsWithTheTask() {
    TaskMonitor second = Monitors.onSystemClock();
    AtomicReference<Section> left = new AtomicReference<>();
    Await.end(
        outer.start(() -> {
          left.set(inner.enter());
          park();
          second.enter();
        }));
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
    assertThat(only(second.cumulative(), BOOKS)).isEqualTo(books(1, 0, 0));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
    assertAddsUp(inner);
    left.get().close(Outcome.FAILED);
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
  }

  @Test
  void closingAnOuterSectionClosesThoseOpenedInIt() {
    TaskMonitor second = Monitors.onSystemClock();
    Await.end(
        outer.start(() -> {
          Section section = inner.enter();
          Section opened = second.enter();
          section.close();
          park();
          opened.close();
          section.close();
        }));
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(1, 0, 0));
    assertThat(only(second.cumulative(), BOOKS)).isEqualTo(books(1, 0, 0));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
  }

  @Test
  void onAThreadThatIsNotWatchedASectionIsATaskOfOnePoll() throws Exception {
    int result = inner.run(() -> 42);
    assertThat(result).isEqualTo(42);
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(1, 0, 0));
    Await.end(Thread.startVirtualThread(() -> outer.run(SectionConformanceTest::park)));
    assertThat(only(outer.cumulative(), BOOKS)).isEqualTo(books(1, 0, 0));
    assertAddsUp(inner);
    assertAddsUp(outer);
  }

  @Test
  void aSectionIsLeftByItsOwnTaskOnly() {
    AtomicReference<Section> section = new AtomicReference<>();
    Thread thread =
        outer.start(() -> {
          section.set(inner.enter());
          park();
        });
    Await.until("it is open", () -> section.get() != null);
    section.get().close(Outcome.FAILED);
    Await.end(thread);
    assertThat(only(inner.cumulative(), BOOKS)).isEqualTo(books(2, 1, 0));
  }
}
