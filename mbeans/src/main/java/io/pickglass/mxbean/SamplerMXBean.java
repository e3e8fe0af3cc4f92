package io.pickglass.mxbean;

/** The sampler that cuts time into intervals, the same for all monitors. */
public interface SamplerMXBean {
  /** Length of an interval in milliseconds. */
  long getIntervalMillis();

  /**
   * Sets the length of the intervals, from the next one on.
   *
   * @throws IllegalArgumentException below 10 or above 3,600,000
   */
  void setIntervalMillis(long millis);

  /** How many completed intervals are kept for each monitor. */
  int getHistoryLength();

  /** The sequence number of the last completed interval; 0 before the first. */
  long getLastSequence();

  /** How much later than planned the last interval was cut, in nanoseconds. */
  long getLatenessNanos();

  /** The greatest lateness so far, in nanoseconds. */
  long getMaxLatenessNanos();

  /** What cutting the last interval of all monitors took, in nanoseconds. */
  long getCostNanos();

  /** What cutting all intervals so far took, in nanoseconds. */
  long getTotalCostNanos();
}
