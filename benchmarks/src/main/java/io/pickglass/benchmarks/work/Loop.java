package io.pickglass.benchmarks.work;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A task that does the same again and again, for so many rounds or until it is told to stop.
 *
 * <p>Threads: its count is read by others while it grows; they may see it some nanoseconds late.
 */
abstract class Loop implements Runnable {
  private final Limits limits;
  private long count;

  /** When loops end. */
  record Limits(AtomicBoolean stop, long rounds) {}

  Loop(Limits limits) {
    this.limits = limits;
  }

  @Override
  public final void run() {
    begin();
    while (count < limits.rounds() && !isOver()) {
      round();
      count++;
    }
  }

  /** What comes before the first round. */
  void begin() {}

  /** What is measured. */
  abstract void round();

  final boolean isOver() {
    return limits.stop().get();
  }

  /** How many rounds there were. */
  final long count() {
    return count;
  }
}
