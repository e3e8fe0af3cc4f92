package io.pickglass.mxbean;

import javax.management.openmbean.CompositeData;

/**
 * A task monitor: its switch, its thresholds, its numbers since the start, and its intervals.
 * Served as {@code pickglass:type=TaskMonitor,name=…}.
 *
 * <p>The composites are those of {@link TaskIntervals}: {@code monitor}, {@code sequence}, {@code
 * start}, {@code elapsedNanos}, one item per metric of the catalog, -1 where the tracking mode
 * cannot know it, and one per histogram, null there. Reading changes nothing; any number of readers
 * see the same.
 *
 * <p>A standard MBean of open types, not an MXBean: the composites are made from the catalog, and
 * the MXBean mapping would want a Java type with a getter for every metric.
 */
@Described(
    "A task monitor: its switch, its thresholds, its numbers since the start, and its intervals.")
public interface TaskMonitorMBean {
  /** The monitor's name as its maker gave it; the name in the ObjectName may be a repaired form. */
  @Described("The monitor's name as its maker gave it.")
  String getDisplayName();

  /**
   * Where the first of its tasks was started, as a stack trace shows it, of a monitor that the
   * agent has made; an empty string if the program has given the monitor its name.
   */
  @Described("Where the first of its tasks was started; empty if the program made the monitor.")
  String getPlace();

  /**
   * Whether the monitor is switched on; true at first. New tasks are watched if {@link
   * PickglassMXBean#isEnabled} is true, too. While it is false, the numbers stand still but for
   * tasks that were watched before: that is no sign of a program without work.
   */
  @Described("Whether it is on; it watches new tasks if Enabled of type=Pickglass is true, too.")
  boolean isEnabled();

  /** Switches it off or on, for tasks that begin from now on; those that are watched stay so. */
  void setEnabled(boolean on);

  /**
   * A poll of this many nanoseconds or more is slow; 1,000,000 at first, and at 0 every poll is. A
   * higher one makes fewer polls slow, and none faster.
   */
  @Described(value = "A poll of this many nanoseconds or more is slow.", unit = "ns")
  long getSlowPollThresholdNanos();

  /**
   * Sets what makes a poll slow, for polls that end from now on.
   *
   * @throws IllegalArgumentException below zero
   */
  void setSlowPollThresholdNanos(long nanos);

  /**
   * A scheduled wait of this many nanoseconds or more is long; 1,000,000 at first, and at 0 every
   * one is. Waits for a first poll are not judged.
   */
  @Described(value = "A scheduled wait of this many nanoseconds or more is long.", unit = "ns")
  long getLongDelayThresholdNanos();

  /**
   * Sets what makes a scheduled wait long, for polls that start from now on.
   *
   * @throws IllegalArgumentException below zero
   */
  void setLongDelayThresholdNanos(long nanos);

  /**
   * A poll that has run for this many nanoseconds is looked into while it runs; 100,000,000 at
   * first. What is found {@link #slowPolls} tells. Looks are as far apart as half of the smallest
   * threshold of all monitors allows, from 2 ms to 50.
   */
  @Described(
      value = "A poll that has run for this many nanoseconds is looked into while it runs.",
      unit = "ns")
  long getEvidenceThresholdNanos();

  /**
   * Sets from how long on a poll is looked into, those that run included.
   *
   * @throws IllegalArgumentException below zero
   */
  void setEvidenceThresholdNanos(long nanos);

  /**
   * All metrics since the monitor was made, read now. {@code sequence} is that of the last tick
   * before; {@code start} is when this bean was made, and {@code elapsedNanos} counts from there.
   */
  @Described("All metrics since the monitor was made; -1 where they cannot be known.")
  CompositeData getCumulative();

  /**
   * All metrics of the last completed interval, the same for every reader until the next tick;
   * before the first one, an interval of sequence 0, all zero.
   */
  @Described("All metrics of the last completed interval; -1 where they cannot be known.")
  CompositeData getLastInterval();

  /**
   * The completed intervals that are still kept, oldest first.
   *
   * @param after only those with a greater sequence number; a first one greater than {@code after +
   *     1} tells that the ones between are no longer kept; a negative number asks for all
   * @param max at most so many, the oldest of them; below 1 none
   */
  @Described("The completed intervals that are still kept, oldest first. Changes nothing.")
  CompositeData[] intervals(
      @Described("Only intervals with a greater number; a negative one asks for all.") long after,
      @Described("At most so many.") int max);

  /**
   * The polls that were looked into: the last and the slowest, each with its stack, and in which
   * code how many were found. The composite is that of {@link SlowPollShape}. An operation, so that
   * nobody is told stacks who only asks for all attributes.
   *
   * @param maxStacks at most so many stacks, those with the most time; below 1 none
   */
  @Described("The last and the slowest poll that were looked into, and in which code how many.")
  CompositeData slowPolls(@Described("At most so many stacks.") int maxStacks);
}
