package io.pickglass.sampling;

import org.jspecify.annotations.Nullable;

/**
 * When the last intervals were, once for all that a sampler watches.
 *
 * <p>Threads: the sampler adds, before it cuts the intervals that end with the tick; anybody reads.
 */
final class Stretches {
  private final @Nullable Stretch[] ring;
  private long last;

  /**
   * None yet.
   *
   * @param length how many intervals are kept; here it is one more, for while they are cut, some
   *     have the newest already and others still have the oldest
   */
  Stretches(int length) {
    this.ring = new Stretch[length + 1];
  }

  /** The stretch of the interval that has the next number, which is that. */
  synchronized void add(long sequence, Stretch stretch) {
    ring[place(sequence)] = stretch;
    last = sequence;
  }

  /** That of the interval of that number; null if it is not kept any more, or not yet. */
  synchronized @Nullable Stretch of(long sequence) {
    boolean kept = sequence > last - ring.length && sequence <= last;
    return kept ? ring[place(sequence)] : null;
  }

  private int place(long sequence) {
    return (int) (sequence % ring.length);
  }
}
