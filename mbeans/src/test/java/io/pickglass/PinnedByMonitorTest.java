package io.pickglass;

import static io.pickglass.catalog.TaskMetric.PINNED_COUNT;
import static io.pickglass.catalog.TaskMetric.PINNED_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.TaskMetrics;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.runtime.FlightRecorder;
import io.pickglass.runtime.Runtimes;
import io.pickglass.time.NanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PinnedByMonitorTest {
  private static final long NANOS = 50_000_000;

  private final Registry registry = new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 10);
  private final TaskTotals orders = registry.monitor("orders");
  private final TaskTotals users = registry.monitor("users");
  private final FlightRecorder recorder = new Runtimes(NanoClock.SYSTEM).recorder();

  PinnedByMonitorTest() {
    recorder.tasks(new PinnedByMonitor(registry));
  }

  @AfterEach
  void off() {
    recorder.turn(false);
  }

  private void pin(TaskTotals monitor) {
    Thread thread =
        new TaskMonitor(monitor).threadFactory().newThread(() -> Carriers.pinnedFor(NANOS));
    thread.start();
    Await.end(thread);
  }

  @Test
  void aPinnedWaitIsCountedByTheMonitorOfItsTask() {
    recorder.turn(true);
    pin(orders);
    Await.until("it is told", () -> orders.cumulative().get(PINNED_COUNT) == 1);
    TaskMetrics first = orders.cumulative();
    assertThat(first.get(PINNED_NANOS)).isGreaterThanOrEqualTo(NANOS);
    assertThat(users.cumulative().get(PINNED_COUNT)).isZero();

    Snapshot before = orders.snapshot();
    pin(orders);
    Await.until("the next is told", () -> orders.cumulative().get(PINNED_COUNT) == 2);
    TaskMetrics next = orders.snapshot().since(before);
    assertThat(next.get(PINNED_COUNT)).isEqualTo(1);
    assertThat(next.get(PINNED_NANOS))
        .isEqualTo(orders.cumulative().get(PINNED_NANOS) - first.get(PINNED_NANOS));
  }

  @Test
  void whileNobodyTellsItIsAbsentAndNotZero() {
    assertThat(orders.cumulative().has(PINNED_COUNT)).isFalse();
    assertThat(orders.nothing().has(PINNED_NANOS)).isFalse();
    recorder.turn(true);
    assertThat(orders.cumulative().get(PINNED_COUNT)).isZero();
    assertThat(orders.nothing().get(PINNED_NANOS)).isZero();
    recorder.turn(false);
    assertThat(orders.cumulative().has(PINNED_COUNT)).isFalse();
  }

  @Test
  void aMonitorThatWasRemovedMeanwhileIsLeftAlone() {
    registry.remove(orders);
    new PinnedByMonitor(registry).pinned(orders.name(), NANOS);
    assertThat(orders.snapshot().since(Snapshot.empty(0)).has(PINNED_COUNT)).isFalse();
    registry.tasks().seesPins(true);
    assertThat(orders.cumulative().get(PINNED_COUNT)).isZero();
  }
}
