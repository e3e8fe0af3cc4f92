package io.pickglass;

import static io.pickglass.catalog.TaskMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.instrument.Guard;
import io.pickglass.model.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should give is refused at once, as the JDK refuses it, and leaves nothing behind. */
@SuppressWarnings("NullAway")
class BadInputTest {
  private static final Executor DIRECT = Runnable::run;

  private final TaskMonitor monitor = Monitors.onSystemClock();
  private final long errorsBefore = Guard.count();

  @AfterEach
  void noErrorOfOursWasCounted() {
    assertThat(Guard.count()).as(Guard.last()).isEqualTo(errorsBefore);
  }

  private interface Use {
    void of(TaskMonitor monitor) throws Exception;
  }

  private record Null(String name, Use use) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Null> nulls() {
    return Stream.of(
        new Null("start", monitor -> monitor.start(null)),
        new Null("unstarted", monitor -> monitor.unstarted(Thread.ofVirtual(), null)),
        new Null("builder", monitor -> monitor.unstarted(null, () -> {})),
        new Null("factory", monitor -> monitor.threadFactory().newThread(null)),
        new Null("thread per task", monitor -> execute(monitor.newThreadPerTaskExecutor(), null)),
        new Null("executor", monitor -> monitor.executor((ExecutorService) null)),
        new Null("scheduled", monitor -> monitor.executor((ScheduledExecutorService) null)),
        new Null("async executor", monitor -> monitor.async(null, executor -> null)),
        new Null("async function", monitor -> monitor.async(DIRECT, null)),
        new Null("task", monitor -> monitor.task(null)),
        new Null("run", monitor -> monitor.run((Runnable) null)),
        new Null("call", monitor -> monitor.run((Body<String, Exception>) null)),
        new Null("slow-poll threshold", monitor -> monitor.slowPollThreshold(null)),
        new Null("long-delay threshold", monitor -> monitor.longDelayThreshold(null)),
        new Null("evidence threshold", monitor -> monitor.evidenceThreshold(null)),
        new Null("monitor", monitor -> Pickglass.monitor(null)),
        new Null("intervals", monitor -> Pickglass.intervals((TaskMonitor) null)));
  }

  private static void execute(ExecutorService executor, Runnable code) {
    try (executor) {
      executor.execute(code);
    }
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void aNullIsRefusedBeforeAnythingHappens(Null mistake) {
    assertThatThrownBy(() -> mistake.use.of(monitor)).isInstanceOf(NullPointerException.class);
    assertThat(monitor.cumulative().get(INSTRUMENTED_COUNT)).isZero();
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void aNullIsRefusedAsWellByAMonitorThatIsOff(Null mistake) {
    monitor.enabled(false);
    assertThatThrownBy(() -> mistake.use.of(monitor)).isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTaskThatGetsANullGoesOn(boolean on) {
    monitor.enabled(on);
    TaskHandle task = monitor.task("name");
    assertThatThrownBy(() -> task.poll((Runnable) null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> task.poll((Body<String, Exception>) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> task.end(null)).isInstanceOf(NullPointerException.class);
    Section section = monitor.enter();
    assertThatThrownBy(() -> section.close(null)).isInstanceOf(NullPointerException.class);
    assertThat(monitor.cumulative().get(LIVE_COUNT)).isEqualTo(on ? 2 : 0);
    section.close();
    task.end(Outcome.RETURNED);
    assertThat(monitor.cumulative().get(ENDED_COUNT)).isEqualTo(on ? 2 : 0);
    // The section's.
    assertThat(monitor.cumulative().get(POLL_COUNT)).isEqualTo(on ? 1 : 0);
  }

  @Test
  void aThresholdBelowZeroIsRefusedAndOneBeyondAllTimeIsTheGreatest() {
    Duration negative = Duration.ofNanos(-1);
    Duration most = Duration.ofSeconds(Long.MAX_VALUE);
    assertThatThrownBy(() -> monitor.slowPollThreshold(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a slow-poll threshold of -1 ns: give 0 or more");
    assertThatThrownBy(() -> monitor.longDelayThreshold(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a long-delay threshold of -1 ns: give 0 or more");
    assertThatThrownBy(() -> monitor.evidenceThreshold(negative))
        .hasMessage("a slow-poll evidence threshold of -1 ns: give 0 or more");
    assertThatThrownBy(() -> monitor.slowPollThreshold(most.negated()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of(monitor.slowPollThreshold(), monitor.longDelayThreshold()))
        .containsOnly(Duration.ofMillis(1));
    monitor.slowPollThreshold(most).longDelayThreshold(most);
    assertThat(List.of(monitor.slowPollThreshold(), monitor.longDelayThreshold()))
        .containsOnly(Duration.ofNanos(Long.MAX_VALUE));
  }

  @Test
  void aNameMayBeOfAnyLength() {
    String name = "x".repeat(10_000);
    assertThat(Pickglass.monitor(name)).isSameAs(Pickglass.monitor(name));
    assertThat(Pickglass.monitor(name).name()).hasSize(200);
    assertThat(Pickglass.monitor(name + "y")).isNotSameAs(Pickglass.monitor(name));
    assertThat(monitor.task(name).name()).isEqualTo(name);
  }

  @Test
  void timesThatAScheduledExecutorRefusesLeaveNothingLive() {
    try (ScheduledExecutorService executor =
        monitor.executor(Executors.newSingleThreadScheduledExecutor())) {
      Runnable code = () -> {};
      assertThatThrownBy(() -> executor.scheduleAtFixedRate(code, 0, 0, TimeUnit.SECONDS))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> executor.scheduleWithFixedDelay(code, 0, -1, TimeUnit.SECONDS))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> executor.schedule(code, 1, null))
          .isInstanceOf(NullPointerException.class);
      assertThatThrownBy(() -> executor.scheduleAtFixedRate(null, 0, 1, TimeUnit.SECONDS))
          .isInstanceOf(NullPointerException.class);
    }
    assertThat(monitor.cumulative().get(LIVE_COUNT)).isZero();
  }

  @Test
  void aCollectionThatCannotBeReadLeavesNothingLive() {
    Callable<Integer> first = () -> 1;
    Collection<Callable<Integer>> broken =
        new java.util.AbstractList<>() {
          @Override
          public Callable<Integer> get(int index) {
            if (index > 0) {
              throw new IllegalStateException("on purpose");
            }
            return first;
          }

          @Override
          public int size() {
            return 2;
          }
        };
    try (ExecutorService executor = monitor.executor(Executors.newSingleThreadExecutor())) {
      assertThatThrownBy(() -> executor.invokeAll(broken))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> executor.invokeAny(broken, 1, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(monitor.cumulative().get(LIVE_COUNT)).isZero();
  }
}
