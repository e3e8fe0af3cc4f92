package io.pickglass.mxbean;

import javax.management.openmbean.CompositeData;

/**
 * A runtime, which is what runs tasks: its numbers since it is watched, and its intervals. Served
 * as {@code pickglass:type=RuntimeMonitor,name=…}.
 *
 * <p>The composites are those of {@link RuntimeIntervals}: {@code runtime}, {@code sequence},
 * {@code start}, {@code elapsedNanos}, and one item per metric of the catalog, -1 where this
 * runtime cannot know it. Any number of readers see the same intervals.
 *
 * <p>A standard MBean of open types, for the reason that {@link TaskMonitorMBean} is one.
 */
@Described("What runs tasks: its numbers since it is watched, and its intervals.")
public interface RuntimeMonitorMBean {
  /** The name as it was given; the name in the ObjectName may be a repaired form. */
  @Described("The runtime's name as it was given.")
  String getDisplayName();

  /** What it is: the name of a {@link io.pickglass.catalog.RuntimeKind}. */
  @Described("VIRTUAL_THREADS, FORK_JOIN_POOL or THREAD_POOL.")
  String getKind();

  /**
   * All metrics since the runtime is watched, read now. {@code sequence} is that of the last tick
   * before; {@code start} is when this bean was made.
   */
  @Described("All metrics since the runtime is watched; -1 where they cannot be known.")
  CompositeData getCumulative();

  /**
   * All metrics of the last completed interval, the same for every reader until the next tick;
   * before the first one, an interval of sequence 0 in which nothing is known.
   */
  @Described("All metrics of the last completed interval; -1 where they cannot be known.")
  CompositeData getLastInterval();

  /**
   * The completed intervals that are still kept, oldest first, as {@link
   * TaskMonitorMBean#intervals} gives those of a monitor.
   */
  @Described("The completed intervals that are still kept, oldest first. Changes nothing.")
  CompositeData[] intervals(
      @Described("Only intervals with a greater number; a negative one asks for all.") long after,
      @Described("At most so many.") int max);
}
