package io.pickglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Outcome;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TaskHandleTest {
  @Test
  void aSchedulerOfYourOwnTellsWhatItDoes() {
    TaskMonitor monitor = Monitors.onSystemClock();
    Queue<Runnable> eventLoop = new ArrayDeque<>();
    // @start region="handle"
    TaskHandle task = monitor.task("download 17");
    eventLoop.add(() -> task.poll(() -> System.out.println("first part")));
    // Later, when the network has something for it:
    eventLoop.add(task::wake);
    eventLoop.add(() -> task.poll(() -> System.out.println("second part")));
    eventLoop.add(() -> task.end(Outcome.RETURNED));
    // @end
    eventLoop.forEach(Runnable::run);
    assertThat(monitor.cumulative().get(TaskMetric.POLL_COUNT)).isEqualTo(2);
    assertThat(monitor.cumulative().get(TaskMetric.IDLE_COUNT)).isEqualTo(1);
  }

  @Test
  void aPollReturnsAndThrowsWhatItsCodeDoes() {
    TaskHandle task = Monitors.onSystemClock().task("name");
    int result = task.poll(() -> 42);
    assertThat(result).isEqualTo(42);
    assertThat(task.name()).isEqualTo("name");
  }

  @Test
  void anEndedTaskStillRunsWhatItIsGivenAndCountsNothing() {
    TaskMonitor monitor = Monitors.onSystemClock();
    TaskHandle task = monitor.task("name");
    task.end(Outcome.RETURNED);
    int result = task.poll(() -> 42);
    task.wake();
    assertThat(result).isEqualTo(42);
    assertThat(monitor.cumulative().get(TaskMetric.POLL_COUNT)).isZero();
  }
}
