package io.pickglass.catalog;

/** Computes a {@linkplain Kind#DERIVED derived} metric from the others of the same reading. */
@FunctionalInterface
public interface Formula {
  /** The value; for a {@link Unit#RATIO} the bits of a {@code double}. */
  long bitsOf(Readings readings);

  /** Sum ÷ count in whole nanoseconds, rounded down; 0 ÷ 0 is 0. */
  static long mean(Readings readings, TaskMetric sum, TaskMetric count) {
    // Integer division: a double no longer tells nanoseconds beyond 2^53.
    return readings.at(count) == 0 ? 0 : Long.divideUnsigned(readings.at(sum), readings.at(count));
  }

  /** The bits of part ÷ whole; 0 ÷ 0 is 0. */
  static long ratio(Readings readings, TaskMetric part, TaskMetric whole) {
    double ratio = readings.at(whole) == 0 ? 0 : (double) readings.at(part) / readings.at(whole);
    return Double.doubleToRawLongBits(ratio);
  }
}
