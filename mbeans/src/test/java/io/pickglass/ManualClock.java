package io.pickglass;

import io.pickglass.time.NanoClock;
import java.time.Duration;

/** A clock that the test moves. It starts at 1, so that a forgotten 0 shows, and ends saturated. */
public final class ManualClock implements NanoClock {
  private long now = 1;

  @Override
  public synchronized long nanos() {
    return now;
  }

  /** Lets time pass; at the end of time it stands still. */
  public synchronized void advance(Duration time) {
    advanceNanos(time.toNanos());
  }

  public synchronized void advanceNanos(long nanos) {
    now = Long.MAX_VALUE - now < nanos ? Long.MAX_VALUE : now + nanos;
  }

  public void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }
}
