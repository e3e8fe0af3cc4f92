package io.pickglass.conformance;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.RuntimeDistribution.SCHEDULING_DELAY;
import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.jdk.VirtualThreadAccess;
import io.pickglass.model.Histogram;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.sampling.IntervalReader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What T10 and T11 say of runtimes: what starves is queued, and the probe late. */
@Timeout(60)
class StarvationConformanceTest extends SampledRuntimes {
  private static final Duration HELD = Duration.ofMillis(300);
  private static final int CARRIERS = VirtualThreadAccess.defaultScheduler().getParallelism();

  @Test
  void t10_aStartedThreadWithoutACarrierIsQueuedAndTheProbeIsLate() throws Exception {
    RuntimeMonitor scheduler = scheduler();
    assertStarved(scheduler, () -> monitor.start(() -> {}));
  }

  @Test
  void t11_anUnparkedThreadWithoutACarrierIsQueuedAndTheProbeIsLate() throws Exception {
    RuntimeMonitor scheduler = scheduler();
    Thread parked = monitor.start(LockSupport::park);
    Await.state(parked, Thread.State.WAITING);
    assertStarved(
        scheduler,
        () -> {
          LockSupport.unpark(parked);
          return parked;
        });
  }

  private void assertStarved(RuntimeMonitor scheduler, Supplier<Thread> ready) throws Exception {
    IntervalReader<RuntimeInterval> intervals = sampler.intervals(scheduler);
    // Carriers that look for work count as active: a probe would be offered, and stay.
    Await.until("no carrier is active", () -> scheduler.metrics().get(ACTIVE_COUNT) == 0);
    assertThat(tick(intervals).get(STARVATION_NANOS)).isZero();
    Thread waiting;
    try (Carriers carriers = Carriers.holdAll()) {
      waiting = ready.get();
      RuntimeMetrics asked = tick(intervals);
      assertThat(only(asked, QUEUE_DEPTH, ACTIVE_COUNT, IDLE_WORKER_COUNT, STARVATION_NANOS))
          .isEqualTo(
              Map.of(
                  QUEUE_DEPTH,
                  1L,
                  ACTIVE_COUNT,
                  (long) CARRIERS,
                  IDLE_WORKER_COUNT,
                  asked.get(POOL_SIZE) - CARRIERS,
                  STARVATION_NANOS,
                  0L));
      Thread.sleep(HELD);
      RuntimeMetrics held = tick(intervals);
      assertThat(held.get(STARVATION_NANOS)).isGreaterThanOrEqualTo(HELD.toNanos());
      // The probe stands in the queue, once.
      assertThat(held.get(QUEUE_DEPTH)).isEqualTo(2);
      sampler.tick();
      assertThat(intervals.next().getFirst().metrics().get(QUEUE_DEPTH)).isEqualTo(2);
    }
    Await.end(waiting);
    // Who has left the queue has not run yet.
    Await.until("the probe has run", () -> scheduler.metrics().get(ACTIVE_COUNT) == 0);
    assertThat(tick(intervals).get(STARVATION_NANOS)).isGreaterThanOrEqualTo(HELD.toNanos());
    assertThat(tick(intervals).get(STARVATION_NANOS)).isZero();
    assertThat(scheduler.metrics().get(STARVATION_NANOS)).isGreaterThanOrEqualTo(HELD.toNanos());
    Histogram delays = scheduler.metrics().histogram(SCHEDULING_DELAY).orElseThrow();
    assertThat(delays.count() - delays.countUpTo(HELD.toNanos() * 9 / 10)).isEqualTo(1);
  }
}
