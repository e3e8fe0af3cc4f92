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
  private long last;

  /**
   * A run of one.
   *
   * @param own when it was, if not when the others of that number were
   * @param metrics as they are kept
   */
  Run(long sequence, @Nullable Stretch own, Object metrics) {
    this.first = sequence;
    this.last = sequence;
    this.own = own;
    this.metrics = metrics;
  }

  /** Makes it longer by that interval; false, and it stays as it is, if that is another one. */
  boolean add(long sequence, Object itsMetrics) {
    boolean same = own == null && sequence == last + 1 && Objects.deepEquals(metrics, itsMetrics);
    if (same) {
      last = sequence;
    }
    return same;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  @Nullable Stretch own() {
    return own;
  }

  Object metrics() {
    return metrics;
  }
}
