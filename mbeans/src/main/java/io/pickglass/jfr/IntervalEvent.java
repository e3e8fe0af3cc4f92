package io.pickglass.jfr;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What the tasks of a monitor did in an interval; -1 stands for what cannot be known. */
@Name("pickglass.Interval")
@Label("Interval")
@Category("Pickglass")
@Description("What the tasks of a monitor did in an interval of the sampler")
@Enabled(false)
@StackTrace(false)
final class IntervalEvent extends Event {
  @Label("Monitor")
  private String monitor = "";

  @Label("Sequence")
  private long sequence;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  private long elapsed;

  @Label("Started")
  private long instrumented;

  @Label("Ended")
  private long ended;

  @Label("Failed")
  private long failed;

  @Label("Live")
  private long live;

  @Label("Polls")
  private long polls;

  @Label("Slow Polls")
  private long slowPolls;

  @Label("Long Delays")
  private long longDelays;

  @Label("Busy")
  @Percentage
  private double busyRatio;

  @Label("Scheduled")
  @Percentage
  private double scheduledRatio;

  @Label("Idle")
  @Percentage
  private double idleRatio;

  @Label("Longest Poll")
  @Timespan(Timespan.NANOSECONDS)
  private long maxPoll;

  @Label("Longest Wait for a Poll")
  @Timespan(Timespan.NANOSECONDS)
  private long maxScheduled;

  IntervalEvent filled(TaskInterval interval) {
    monitor = interval.name();
    sequence = interval.sequence();
    elapsed = interval.elapsedNanos();
    instrumented = interval.metrics().get(TaskMetric.INSTRUMENTED_COUNT);
    ended = interval.metrics().get(TaskMetric.ENDED_COUNT);
    failed = interval.metrics().get(TaskMetric.FAILED_COUNT);
    live = interval.metrics().get(TaskMetric.LIVE_COUNT);
    polls = interval.metrics().get(TaskMetric.POLL_COUNT);
    slowPolls = interval.metrics().get(TaskMetric.SLOW_POLL_COUNT);
    longDelays = interval.metrics().get(TaskMetric.LONG_DELAY_COUNT);
    busyRatio = interval.metrics().ratio(TaskMetric.BUSY_RATIO);
    scheduledRatio = interval.metrics().ratio(TaskMetric.SCHEDULED_RATIO);
    idleRatio = interval.metrics().ratio(TaskMetric.IDLE_RATIO);
    maxPoll = interval.metrics().get(TaskMetric.MAX_POLL_NANOS);
    maxScheduled = interval.metrics().get(TaskMetric.MAX_SCHEDULED_NANOS);
    return this;
  }
}
