package io.pickglass.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the watchdog waits for its next look, and what a look costs. */
class WatchdogWaitsTest extends Watching {
  private long waitMillis() {
    watchdog.look(clock.nanos());
    return watchdog.waitNanos() / MS;
  }

  @Test
  void itWaitsForHalfOfTheSmallestThresholdWithinLimits() {
    assertThat(waitMillis()).isEqualTo(50);
    registry.monitor("orders").thresholds().evidenceNanos(40 * MS);
    assertThat(waitMillis()).isEqualTo(20);
    registry.monitor("orders").thresholds().evidenceNanos(0);
    assertThat(waitMillis()).isEqualTo(2);
    registry.monitor("orders").thresholds().evidenceNanos(Long.MAX_VALUE);
    assertThat(waitMillis()).isEqualTo(50);
    registry.monitor("later").thresholds().evidenceNanos(60 * MS);
    assertThat(waitMillis()).isEqualTo(30);
    registry.remove(registry.monitor("later"));
    assertThat(waitMillis()).isEqualTo(50);
  }

  @Test
  void itLooksAgainWhenSomethingIsDue() {
    watchdog.look(clock.nanos());
    begins(carrier, virtual);
    List<Long> looks = new ArrayList<>();
    while (clock.nanos() < 450 * MS) {
      clock.advanceNanos(watchdog.waitNanos());
      watchdog.look(clock.nanos());
      looks.add((clock.nanos() - 1) / MS);
    }
    // At 50 its processor time is read, at 100, 200 and 400 it is sampled.
    assertThat(looks).containsExactly(50L, 100L, 150L, 200L, 250L, 300L, 350L, 400L, 450L);
    assertThat(threads.stacksTaken).isEqualTo(3);
  }

  @Test
  void aPollThatWasFoundLateIsSampledAsSoonAsItIsDue() {
    watchdog.look(clock.nanos());
    clock.advanceMillis(20);
    begins(carrier, virtual);
    List<Long> looks = new ArrayList<>();
    for (long wait = watchdog.waitNanos() - 20 * MS;
        looks.size() < 3;
        wait = watchdog.waitNanos()) {
      clock.advanceNanos(wait);
      watchdog.look(clock.nanos());
      looks.add((clock.nanos() - 1) / MS - 20);
    }
    assertThat(threads.stacksTaken).isEqualTo(1);
    assertThat(looks).containsExactly(30L, 50L, 100L);
    assertThat(last().observedNanos()).isEqualTo(50 * MS);
  }

  @Test
  void aLookThatFindsNothingSlowAllocatesNothing() {
    for (int i = 0; i < 100; i++) {
      sites.add(FakeSite.carrier());
    }
    begins(carrier, virtual);
    // Also code that is loaded and linked at its first run.
    pass(40, 40);
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long idle = bean.getCurrentThreadAllocatedBytes();
    long reading = bean.getCurrentThreadAllocatedBytes() - idle;
    long before = bean.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      watchdog.look(clock.nanos());
    }
    long allocated = bean.getCurrentThreadAllocatedBytes() - before - reading;
    assertThat(allocated).isZero();
  }
}
