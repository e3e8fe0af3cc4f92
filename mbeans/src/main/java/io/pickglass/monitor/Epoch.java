package io.pickglass.monitor;

/**
 * The number of the interval that runs now; maxima are kept per epoch, because maxima do not
 * subtract.
 *
 * <p>Threads: the sampler advances it, writers of cells read it inside their write.
 */
public final class Epoch {
  private volatile long value = 1;

  /** The number of the interval that runs now, from 1. */
  public long now() {
    return value;
  }

  /**
   * Begins the next interval. Called by the sampler alone.
   *
   * @return the number of the interval that has ended
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public long advance() {
    return value++;
  }
}
