package io.pickglass.sampling;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Intervals in a row that are the same, but for their numbers: those of a monitor without tasks are
 * one run.
 *
 * <p>Threads: guarded by the history to which it belongs.
 */
final class Run {
  private final long first;
  private final @Nullable Stretch own;
  private final Object metrics;
  private int length = 1;

  /**
   * A run of one.
   *
   * @param own when it was, if not when the others of that number were
   * @param metrics as they are kept
   */
  Run(long sequence, @Nullable Stretch own, Object metrics) {
    this.first = sequence;
    this.own = own;
    this.metrics = metrics;
  }

  /** Makes it longer by that interval; false, and it stays as it is, if that is another one. */
  boolean add(long sequence, Object itsMetrics) {
    boolean same =
        own == null && sequence == first + length && Objects.deepEquals(metrics, itsMetrics);
    if (same) {
      length++;
    }
    return same;
  }

  long first() {
    return first;
  }

  long last() {
    return first + length - 1;
  }

  @Nullable Stretch own() {
    return own;
  }

  Object metrics() {
    return metrics;
  }
}
