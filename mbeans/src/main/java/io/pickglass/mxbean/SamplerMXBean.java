package io.pickglass.mxbean;

/** The sampler that cuts time into intervals, the same for all monitors. */
@Described("The sampler that cuts time into intervals, the same for all monitors.")
public interface SamplerMXBean {
  /** Length of an interval in milliseconds. */
  @Described(value = "Length of an interval.", unit = "ms")
  long getIntervalMillis();

  /**
   * Sets the length of the intervals, from the next one on.
   *
   * @throws IllegalArgumentException below 10 or above 3,600,000
   */
  void setIntervalMillis(long millis);

  /** How many completed intervals are kept for each monitor. */
  @Described(value = "How many completed intervals are kept of each monitor.", unit = "1")
  int getHistoryLength();

  /** The sequence number of the last completed interval; 0 before the first. */
  @Described(value = "The number of the last completed interval; 0 before the first.", unit = "1")
  long getLastSequence();

  /** How much later than planned the last interval was cut, in nanoseconds. */
  @Described(value = "How much later than planned the last interval was cut.", unit = "ns")
  long getLatenessNanos();

  /** The greatest lateness so far, in nanoseconds. */
  @Described(value = "The greatest lateness so far.", unit = "ns")
  long getMaxLatenessNanos();

  /** What cutting the last interval of all monitors took, in nanoseconds. */
  @Described(value = "What cutting the last interval of all monitors took.", unit = "ns")
  long getCostNanos();

  /** What cutting all intervals so far took, in nanoseconds. */
  @Described(value = "What cutting all intervals so far took.", unit = "ns")
  long getTotalCostNanos();
}
