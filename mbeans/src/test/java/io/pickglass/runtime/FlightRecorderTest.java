package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.*;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.model.PinnedWait;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.time.NanoClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FlightRecorderTest {
  private final Runtimes runtimes = new Runtimes(NanoClock.SYSTEM);

  private RuntimeMetrics metrics() {
    return Objects.requireNonNull(runtimes.named(Runtimes.VIRTUAL_THREADS)).metrics();
  }

  @Test
  void pinnedWaitsAreCountedWhileItIsOnAndAbsentWhileItIsOff() throws Exception {
    runtimes.watchVirtualThreads(() -> true);
    assertThat(metrics().has(PINNED_COUNT)).isFalse();
    runtimes.recorder().turn(true);
    runtimes.recorder().turn(true);
    try {
      assertThat(metrics().get(PINNED_COUNT)).isZero();
      assertThat(metrics().get(SUBMIT_FAILED_COUNT)).isZero();
      int holders;
      try (Carriers carriers = Carriers.holdAll()) {
        Thread.sleep(100);
        holders = (int) metrics().get(ACTIVE_COUNT);
      }
      Await.until("it is told", () -> metrics().get(PINNED_COUNT) == holders);
      assertThat(metrics().get(PINNED_NANOS)).isGreaterThanOrEqualTo(holders * 100_000_000L);
      assertThat(runtimes.recorder().waits().latest(100)).hasSize(holders);
    } finally {
      runtimes.recorder().turn(false);
    }
    assertThat(metrics().has(PINNED_COUNT) || metrics().has(SUBMIT_FAILED_COUNT)).isFalse();
    assertThat(runtimes.recorder().isOn()).isFalse();
  }

  private final Named named = new Named();

  @Test
  void aPinnedWaitIsKeptWithItsTaskReasonAndStack() throws Exception {
    runtimes.recorder().tasks(named);
    runtimes.recorder().turn(true);
    try {
      long before = System.currentTimeMillis();
      Thread thread =
          Thread.ofVirtual().name("order-7").start(() -> Carriers.pinnedFor(50_000_000));
      Await.end(thread);
      PinnedWaits waits = runtimes.recorder().waits();
      String task = "v" + thread.threadId();
      Await.until("it is told", () -> !waits.ofTask(task).isEmpty());
      PinnedWait told = waits.ofTask(task).getFirst();
      assertThat(told.taskName()).isEqualTo("order-7");
      assertThat(told.monitor()).isEqualTo("monitor of " + task);
      assertThat(told.startedMillis()).isBetween(before - 1_000, System.currentTimeMillis());
      assertThat(told.durationNanos()).isBetween(50_000_000L, 10_000_000_000L);
      assertThat(told.reason()).startsWith("Freeze or preempt failed");
      assertThat(told.operation()).isEqualTo("LockSupport.park");
      assertThat(told.carrier()).startsWith("ForkJoinPool-1-worker-");
      assertThat(told.frames()).anyMatch(frame -> frame.contains("Carriers.pinnedFor(line "));
      assertThat(waits.ofMonitor("monitor of " + task)).containsExactly(told);
      assertThat(waits.ofTask("v0")).isEmpty();
      assertThat(named.told)
          .isEqualTo(List.of("are told", told.monitor() + ": " + told.durationNanos()));
    } finally {
      runtimes.recorder().turn(false);
    }
    assertThat(named.told).endsWith("are not told");
  }

  /** Every task has a monitor. */
  private static class Named implements PinnedTasks {
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> monitorsOf(Set<String> taskIds) {
      return taskIds.stream().collect(toMap(it -> it, it -> "monitor of " + it));
    }

    @Override
    public void areTold(boolean now) {
      told.add(now ? "are told" : "are not told");
    }

    @Override
    public void pinned(String monitor, long nanos) {
      told.add(monitor + ": " + nanos);
    }
  }

  private static PinnedWait wait(String task) {
    return new PinnedWait(task, "", "", 0, 0, "", "", "", List.of());
  }

  @Test
  void aWaitIsKeptAlsoIfItsMonitorCannotBeFound() {
    PinnedWaits waits = new PinnedWaits();
    waits.add(wait("v1"));
    waits.tasks(
        new Named() {
          @Override
          public Map<String, String> monitorsOf(Set<String> taskIds) {
            throw new IllegalStateException("on purpose");
          }
        });
    assertThatThrownBy(waits::flush).hasMessage("on purpose");
    assertThat(waits.latest(2)).containsExactly(wait("v1"));
  }

  @Test
  void theLatestThousandAreKept() {
    PinnedWaits waits = new PinnedWaits();
    for (int i = 0; i < PinnedWaits.LIMIT + 5; i++) {
      waits.add(wait("v" + i));
      if (i % 2 == 0) {
        waits.flush();
      }
    }
    waits.flush();
    assertThat(waits.ofTask("v4")).isEmpty();
    assertThat(waits.ofTask("v5")).hasSize(1);
    assertThat(waits.latest(2)).extracting(PinnedWait::taskId).containsExactly("v1003", "v1004");
    assertThat(waits.latest(2_000)).hasSize(1_000);
    assertThat(waits.latest(-1)).isEmpty();
  }
}
