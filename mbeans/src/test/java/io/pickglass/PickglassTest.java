package io.pickglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.Tracking;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.sampling.IntervalReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
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
  void readersOfTheSamplerSeeTheSameIntervals() throws Exception {
    Pickglass.start();
    TaskMonitor monitor = Pickglass.monitor("readers");
    IntervalReader first = Pickglass.intervals(monitor);
    IntervalReader second = Pickglass.intervals(monitor);
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
}
