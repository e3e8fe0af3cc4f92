package io.pickglass.monitor;

import io.pickglass.time.NanoClock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which every reading is a nanosecond after the one before, whoever reads. */
public final class Ticks implements NanoClock {
  private final AtomicLong now = new AtomicLong(1);

  @Override
  public long nanos() {
    return now.incrementAndGet();
  }

  /** Totals of a monitor with such a clock. */
  public static TaskTotals totals() {
    return new TaskTotals("race", new Ticks(), new Epoch(), () -> true);
  }
}
