package io.pickglass;

import io.pickglass.time.NanoClock;

/** The clock of the machine until it fails, and with it whatever we book. */
public final class FailingClock implements NanoClock {
  private volatile boolean failing;

  public void fail() {
    failing = true;
  }

  public void heal() {
    failing = false;
  }

  @Override
  public long nanos() {
    if (failing) {
      throw new IllegalStateException("our own, on purpose");
    }
    return NanoClock.SYSTEM.nanos();
  }
}
