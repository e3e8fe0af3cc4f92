package io.pickglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.Tracking;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.sampling.IntervalReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PickglassTest {
  @Test
  void oneLineStartsItAndTheNumbersAreMBeans() throws Exception {
    // @start region="start"
    Tracking tracking = Pickglass.start();
    System.out.println(tracking.mode() + ", because " + tracking.reason());

    TaskMonitor greetings = Pickglass.monitor("greetings");
    greetings.start(() -> System.out.println("hello")).join();
    // @end
    assertThat(tracking.mode()).isEqualTo(Tracking.Mode.EXACT);
    assertThat(Pickglass.start()).isEqualTo(tracking);
    var server = ManagementFactory.getPlatformMBeanServer();
    assertThat(server.getAttribute(ObjectNames.PICKGLASS, "TrackingMode")).isEqualTo("EXACT");
    assertThat((String[]) server.getAttribute(ObjectNames.PICKGLASS, "Monitors"))
        .contains("greetings");
    assertThat(server.isRegistered(ObjectNames.taskMonitor("greetings"))).isTrue();
  }

  @Test
  void aPoolIsWatchedUntilItIsShutDown() {
    Pickglass.start();
    RuntimeMonitor watched;
    // @start region="watch"
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      Pickglass.watch(pool, "reports");
      // @end
      watched = runtime("reports").orElseThrow();
      assertThat(watched.kind()).isEqualTo(RuntimeKind.THREAD_POOL);
      assertThat(watched.metrics().get(RuntimeMetric.WORKER_COUNT)).isEqualTo(4);
      assertThat(Pickglass.watch(Pickglass.monitor("wrapped").executor(pool), "reports")).isTrue();
      assertThat(runtime("reports")).contains(watched);
    }
    Await.until("it has left", () -> runtime("reports").isEmpty());
    assertThat(watched.isOver()).isTrue();
    Await.until("its intervals are over", () -> Pickglass.intervals(watched).isOver());
  }

  private static Optional<RuntimeMonitor> runtime(String name) {
    return Pickglass.runtimes().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Test
  void theSchedulerIsWatchedFromTheStart() {
    Pickglass.start();
    assertThat(runtime("virtual-threads").map(RuntimeMonitor::kind))
        .contains(RuntimeKind.VIRTUAL_THREADS);
  }

  @Test
  void readersOfTheSamplerSeeTheSameIntervals() throws Exception {
    Pickglass.start();
    TaskMonitor monitor = Pickglass.monitor("readers");
    IntervalReader<TaskInterval> first = Pickglass.intervals(monitor);
    IntervalReader<TaskInterval> second = Pickglass.intervals(monitor);
    monitor.start(() -> {}).join();
    List<TaskInterval> seen = new ArrayList<>();
    Await.until(
        "two intervals are complete",
        () -> {
          seen.addAll(first.next());
          return seen.size() > 1;
        });
    assertThat(second.next().subList(0, seen.size())).isEqualTo(seen);
    assertThat(seen.stream().mapToLong(i -> i.metrics().get(TaskMetric.ENDED_COUNT)).sum())
        .isEqualTo(1);
  }

  @Test
  void monitorsAreListedByNameUntilTheyAreRemoved() throws Exception {
    TaskMonitor second = Pickglass.monitor("listed 2");
    TaskMonitor first = Pickglass.monitor("listed 1");
    assertThat(listed()).containsExactly(first, second);
    first.start(() -> {}).join();
    assertThat(Pickglass.remove(first)).isTrue();
    assertThat(listed()).containsExactly(second);
    TaskMonitor again = Pickglass.monitor("listed 1");
    assertThat(again).isNotSameAs(first).isSameAs(Pickglass.monitor("listed 1"));
    assertThat(again.name()).isEqualTo(first.name());
    assertThat(again.cumulative().get(TaskMetric.ENDED_COUNT)).isZero();
    first.start(() -> {}).join();
    assertThat(first.cumulative().get(TaskMetric.ENDED_COUNT)).isEqualTo(2);
    assertThat(Pickglass.remove(first)).isFalse();
    assertThat(Pickglass.remove(again) && Pickglass.remove(second)).isTrue();
    assertThat(listed()).isEmpty();
  }

  private static List<TaskMonitor> listed() {
    return Pickglass.monitors().stream().filter(m -> m.name().startsWith("listed")).toList();
  }

  @Test
  void allMonitorsAreSwitchedAtOnceThoseThatAreMadeLaterAndThoseRemovedToo() throws Exception {
    TaskMonitor removed = Pickglass.monitor("removed");
    Pickglass.remove(removed);
    Pickglass.enabled(false);
    try {
      assertThat(Pickglass.isEnabled()).isFalse();
      TaskMonitor later = Pickglass.monitor("made while off");
      for (TaskMonitor each : List.of(removed, later)) {
        each.start(() -> {}).join();
        assertThat(each.isEnabled()).isTrue();
        assertThat(each.cumulative().get(TaskMetric.INSTRUMENTED_COUNT)).isZero();
      }
    } finally {
      Pickglass.enabled(true);
    }
    assertThat(Pickglass.isEnabled()).isTrue();
    removed.start(() -> {}).join();
    assertThat(removed.cumulative().get(TaskMetric.INSTRUMENTED_COUNT)).isEqualTo(1);
  }
}
