package io.pickglass.mxbean;

/**
 * The sampler that cuts time into intervals, the same for all monitors. Served as {@code
 * pickglass:type=Sampler}.
 */
@Described("The sampler that cuts time into intervals, the same for all monitors.")
public interface SamplerMXBean {
  /** Length of an interval in milliseconds, as it is planned; 1,000 at first. */
  @Described(value = "Length of an interval.", unit = "ms")
  long getIntervalMillis();

  /**
   * Sets the length of the interval that runs now and of those that follow; if it has already run
   * for longer, it ends at once.
   *
   * @throws IllegalArgumentException below 10 or above 3,600,000
   */
  void setIntervalMillis(long millis);

  /**
   * How many completed intervals are kept for each monitor; it never changes. Whoever asks less
   * often than so many intervals long misses some, and can tell by the sequence numbers.
   */
  @Described(value = "How many completed intervals are kept of each monitor.", unit = "1")
  int getHistoryLength();

  /**
   * The sequence number of the last completed interval; 0 before the first. It rises by one at each
   * tick. If it stands still for longer than an interval, the sampler has stopped or gets no
   * processor, and what {@code LastInterval} shows is old.
   */
  @Described(value = "The number of the last completed interval; 0 before the first.", unit = "1")
  long getLastSequence();

  /**
   * How much later than planned the last interval was cut, in nanoseconds; 0 before the first. A
   * rise means that the process was stopped (a collection, a suspended machine) or gets too little
   * processor time. It makes no number wrong: each interval tells how long it really was.
   */
  @Described(value = "How much later than planned the last interval was cut.", unit = "ns")
  long getLatenessNanos();

  /** The greatest lateness so far, in nanoseconds; it never falls. One long stop is enough. */
  @Described(value = "The greatest lateness so far.", unit = "ns")
  long getMaxLatenessNanos();

  /**
   * What cutting the last interval of all monitors took, in nanoseconds by the clock; 0 before the
   * first. It rises with the number of monitors and of live tasks, and when the sampler's thread
   * has to wait for a processor.
   */
  @Described(value = "What cutting the last interval of all monitors took.", unit = "ns")
  long getCostNanos();

  /**
   * What cutting all intervals so far took, in nanoseconds; its rise per second is the share of one
   * processor that sampling takes at most.
   */
  @Described(value = "What cutting all intervals so far took.", unit = "ns")
  long getTotalCostNanos();
}
