package io.pickglass.runtime;

import static io.pickglass.catalog.RuntimeMetric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.Await;
import io.pickglass.Carriers;
import io.pickglass.model.RuntimeMetrics;
import io.pickglass.time.NanoClock;
import java.util.Objects;
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
    } finally {
      runtimes.recorder().turn(false);
    }
    assertThat(metrics().has(PINNED_COUNT) || metrics().has(SUBMIT_FAILED_COUNT)).isFalse();
    assertThat(runtimes.recorder().isOn()).isFalse();
  }
}
