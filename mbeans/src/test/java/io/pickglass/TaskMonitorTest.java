package io.pickglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.catalog.TaskMetric;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TaskMonitorTest {
  @Test
  void everyWayToPutATaskUnderAMonitor() throws Exception {
    // @start region="monitor"
    TaskMonitor orders = Pickglass.monitor("orders");
    Thread thread = orders.start(() -> System.out.println("a watched virtual thread"));
    try (ExecutorService perTask = orders.newThreadPerTaskExecutor();
        ExecutorService pool = orders.executor(Executors.newFixedThreadPool(2))) {
      perTask.submit(() -> System.out.println("another one, with a Future"));
      pool.submit(() -> System.out.println("a task of a pool: one poll"));
    }
    int total = orders.run(() -> 40 + 2); // a section of the task that runs now
    thread.join();
    long ended = orders.cumulative().get(TaskMetric.ENDED_COUNT);
    System.out.println(ended + " tasks have ended");
    // @end
    // Whoever learns of a task's end from its Future may come before the end is booked.
    Await.until("all have ended", () -> orders.cumulative().get(TaskMetric.ENDED_COUNT) == 4);
    assertThat(total).isEqualTo(42);
    assertThat(orders.cumulative().get(TaskMetric.INSTRUMENTED_COUNT)).isEqualTo(4);
  }

  @Test
  void oneNameIsOneMonitor() {
    assertThat(Pickglass.monitor("same")).isSameAs(Pickglass.monitor("same"));
  }

  @Test
  void thresholdsHaveDefaultsAndCanBeSet() {
    TaskMonitor monitor = Monitors.onSystemClock();
    assertThat(monitor.slowPollThreshold()).isEqualTo(Duration.ofMillis(1));
    assertThat(monitor.longDelayThreshold()).isEqualTo(Duration.ofMillis(1));
    monitor.slowPollThreshold(Duration.ofMillis(2)).longDelayThreshold(Duration.ofMillis(3));
    assertThat(monitor.slowPollThreshold()).isEqualTo(Duration.ofMillis(2));
    assertThat(monitor.longDelayThreshold()).isEqualTo(Duration.ofMillis(3));
    assertThat(monitor.evidenceThreshold()).isEqualTo(Duration.ofMillis(100));
    assertThat(monitor.evidenceThreshold(Duration.ofMillis(4)).evidenceThreshold())
        .isEqualTo(Duration.ofMillis(4));
    assertThatThrownBy(() -> monitor.slowPollThreshold(Duration.ofNanos(-1)))
        .hasMessage("a slow-poll threshold of -1 ns: give 0 or more");
  }

  @Test
  void aNullTaskIsTheCallersError() {
    TaskMonitor monitor = Monitors.onSystemClock();
    assertThatThrownBy(() -> monitor.start(null)).isInstanceOf(NullPointerException.class);
    assertThat(monitor.cumulative().get(TaskMetric.INSTRUMENTED_COUNT)).isZero();
  }
}
