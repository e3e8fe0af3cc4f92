package io.pickglass.monitor;

/**
 * How long a reader waits for writers that have lost their processor: for all cells that it reads
 * together, so that writes that were cut off cannot hold it up one after the other.
 *
 * <p>Threads: its reader's own.
 */
final class Patience {
  private static final long NANOS = 250_000_000;

  private long start;
  private boolean waiting;

  /** The reader has to wait; whether it has waited long enough. */
  boolean isOver() {
    if (!waiting) {
      waiting = true;
      start = System.nanoTime();
    }
    return System.nanoTime() - start > NANOS;
  }

  /** The next reading begins. */
  void reset() {
    waiting = false;
  }
}
