package io.pickglass.catalog;

import static io.pickglass.catalog.Kind.COUNTER;
import static io.pickglass.catalog.Kind.DERIVED;
import static io.pickglass.catalog.Kind.GAUGE;
import static io.pickglass.catalog.Kind.MAXIMUM;
import static io.pickglass.catalog.Needs.POLLS;
import static io.pickglass.catalog.Needs.TASKS;
import static io.pickglass.catalog.Unit.COUNT;
import static io.pickglass.catalog.Unit.NANOS;
import static io.pickglass.catalog.Unit.RATIO;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of a task monitor. The same word runs from here to the JMX attribute ({@code
 * PollCount}), the JSON key ({@code pollCount}), the Prometheus series ({@code
 * pickglass_task_polls_total}) and the console.
 */
public enum TaskMetric {
  INSTRUMENTED_COUNT(
      "instrumentedCount",
      "instrumented",
      COUNTER,
      COUNT,
      TASKS,
      "Tasks put under the monitor, counted before anything else happens to them."),
  ENDED_COUNT(
      "endedCount",
      "ended",
      COUNTER,
      COUNT,
      TASKS,
      "Tasks that are over: they returned, threw, were cancelled or were rejected."),
  FAILED_COUNT(
      "failedCount",
      "failed",
      COUNTER,
      COUNT,
      TASKS,
      "Of the ended tasks, those that ended by throwing, also where a Future swallowed it."),
  CANCELLED_COUNT(
      "cancelledCount",
      "cancelled",
      COUNTER,
      COUNT,
      TASKS,
      "Of the ended tasks, those that ended without a first poll."),
  LIVE_COUNT("liveCount", "live", GAUGE, COUNT, TASKS, "Tasks instrumented and not yet ended."),
  LIFETIME_NANOS(
      "lifetimeNanos",
      "lifetime",
      COUNTER,
      NANOS,
      TASKS,
      "Time from instrumentation to end, added up over the ended tasks."),

  RUNNING_COUNT("runningCount", "running", GAUGE, COUNT, POLLS, "Live tasks in a poll now."),
  SCHEDULED_NOW_COUNT(
      "scheduledNowCount",
      "scheduled_now",
      GAUGE,
      COUNT,
      POLLS,
      "Live tasks that are ready and not yet polled now, those never polled included."),
  IDLE_NOW_COUNT(
      "idleNowCount", "idle_now", GAUGE, COUNT, POLLS, "Live tasks that wait for something now."),
  OLDEST_SCHEDULED_NANOS(
      "oldestScheduledNanos",
      "oldest_scheduled",
      GAUGE,
      NANOS,
      POLLS,
      "How long the task that has waited longest for its next poll has waited so far."),

  FIRST_POLL_COUNT(
      "firstPollCount",
      "first_polls",
      COUNTER,
      COUNT,
      POLLS,
      "Tasks polled for the first time, counted as that poll starts."),
  FIRST_POLL_DELAY_NANOS(
      "firstPollDelayNanos",
      "first_poll_delay",
      COUNTER,
      NANOS,
      POLLS,
      "Time from instrumentation to the first poll, booked as that poll starts."),
  MAX_FIRST_POLL_DELAY_NANOS(
      "maxFirstPollDelayNanos",
      "max_first_poll_delay",
      MAXIMUM,
      NANOS,
      POLLS,
      "The longest delay of a first poll."),
  MEAN_FIRST_POLL_DELAY_NANOS(
      "meanFirstPollDelayNanos",
      "mean_first_poll_delay",
      NANOS,
      "Mean delay of first polls.",
      r -> Formula.mean(r, TaskMetric.FIRST_POLL_DELAY_NANOS, TaskMetric.FIRST_POLL_COUNT)),

  POLL_COUNT(
      "pollCount",
      "polls",
      COUNTER,
      COUNT,
      POLLS,
      "Polls that have ended, the fast and the slow ones together."),
  POLL_NANOS(
      "pollNanos",
      "poll",
      COUNTER,
      NANOS,
      POLLS,
      "Time in polls that have ended, the fast and the slow ones together."),
  MAX_POLL_NANOS(
      "maxPollNanos", "max_poll", MAXIMUM, NANOS, POLLS, "The longest poll that has ended."),
  MEAN_POLL_NANOS(
      "meanPollNanos",
      "mean_poll",
      NANOS,
      "Mean duration of a poll.",
      r -> Formula.mean(r, TaskMetric.POLL_NANOS, TaskMetric.POLL_COUNT)),
  FAST_POLL_COUNT(
      "fastPollCount",
      "fast_polls",
      COUNTER,
      COUNT,
      POLLS,
      "Polls shorter than the slow-poll threshold."),
  FAST_POLL_NANOS(
      "fastPollNanos",
      "fast_poll",
      COUNTER,
      NANOS,
      POLLS,
      "Time in polls shorter than the slow-poll threshold."),
  MEAN_FAST_POLL_NANOS(
      "meanFastPollNanos",
      "mean_fast_poll",
      NANOS,
      "Mean duration of a fast poll.",
      r -> Formula.mean(r, TaskMetric.FAST_POLL_NANOS, TaskMetric.FAST_POLL_COUNT)),
  SLOW_POLL_COUNT(
      "slowPollCount",
      "slow_polls",
      COUNTER,
      COUNT,
      POLLS,
      "Polls as long as the slow-poll threshold or longer."),
  SLOW_POLL_NANOS(
      "slowPollNanos",
      "slow_poll",
      COUNTER,
      NANOS,
      POLLS,
      "Time in polls as long as the slow-poll threshold or longer."),
  MEAN_SLOW_POLL_NANOS(
      "meanSlowPollNanos",
      "mean_slow_poll",
      NANOS,
      "Mean duration of a slow poll.",
      r -> Formula.mean(r, TaskMetric.SLOW_POLL_NANOS, TaskMetric.SLOW_POLL_COUNT)),
  SLOW_POLL_RATIO(
      "slowPollRatio",
      "slow_poll_ratio",
      RATIO,
      "Share of the polls that were slow.",
      r -> Formula.ratio(r, TaskMetric.SLOW_POLL_COUNT, TaskMetric.POLL_COUNT)),

  SCHEDULED_COUNT(
      "scheduledCount",
      "scheduled",
      COUNTER,
      COUNT,
      POLLS,
      "Waits of ready tasks for a poll that is not their first, counted as that poll starts."),
  SCHEDULED_NANOS(
      "scheduledNanos",
      "scheduled",
      COUNTER,
      NANOS,
      POLLS,
      "Time from the first wake since the last poll to the next poll, first polls left out."),
  MAX_SCHEDULED_NANOS(
      "maxScheduledNanos",
      "max_scheduled",
      MAXIMUM,
      NANOS,
      POLLS,
      "The longest wait of a ready task for a poll that is not its first."),
  MEAN_SCHEDULED_NANOS(
      "meanScheduledNanos",
      "mean_scheduled",
      NANOS,
      "Mean wait of a ready task for a poll that is not its first.",
      r -> Formula.mean(r, TaskMetric.SCHEDULED_NANOS, TaskMetric.SCHEDULED_COUNT)),
  SHORT_DELAY_COUNT(
      "shortDelayCount",
      "short_delays",
      COUNTER,
      COUNT,
      POLLS,
      "Scheduled waits shorter than the long-delay threshold."),
  SHORT_DELAY_NANOS(
      "shortDelayNanos",
      "short_delay",
      COUNTER,
      NANOS,
      POLLS,
      "Time in scheduled waits shorter than the long-delay threshold."),
  MEAN_SHORT_DELAY_NANOS(
      "meanShortDelayNanos",
      "mean_short_delay",
      NANOS,
      "Mean of the short scheduled waits.",
      r -> Formula.mean(r, TaskMetric.SHORT_DELAY_NANOS, TaskMetric.SHORT_DELAY_COUNT)),
  LONG_DELAY_COUNT(
      "longDelayCount",
      "long_delays",
      COUNTER,
      COUNT,
      POLLS,
      "Scheduled waits as long as the long-delay threshold or longer."),
  LONG_DELAY_NANOS(
      "longDelayNanos",
      "long_delay",
      COUNTER,
      NANOS,
      POLLS,
      "Time in scheduled waits as long as the long-delay threshold or longer."),
  MEAN_LONG_DELAY_NANOS(
      "meanLongDelayNanos",
      "mean_long_delay",
      NANOS,
      "Mean of the long scheduled waits.",
      r -> Formula.mean(r, TaskMetric.LONG_DELAY_NANOS, TaskMetric.LONG_DELAY_COUNT)),
  LONG_DELAY_RATIO(
      "longDelayRatio",
      "long_delay_ratio",
      RATIO,
      "Share of the scheduled waits that were long.",
      r -> Formula.ratio(r, TaskMetric.LONG_DELAY_COUNT, TaskMetric.SCHEDULED_COUNT)),

  IDLE_COUNT("idleCount", "idles", COUNTER, COUNT, POLLS, "Idle periods ended by a wake."),
  IDLE_NANOS(
      "idleNanos",
      "idle",
      COUNTER,
      NANOS,
      POLLS,
      "Time from the end of a poll to the wake that ended the idle period."),
  MAX_IDLE_NANOS(
      "maxIdleNanos",
      "max_idle",
      MAXIMUM,
      NANOS,
      POLLS,
      "The longest idle period ended by a wake."),
  MEAN_IDLE_NANOS(
      "meanIdleNanos",
      "mean_idle",
      NANOS,
      "Mean duration of an idle period.",
      r -> Formula.mean(r, TaskMetric.IDLE_NANOS, TaskMetric.IDLE_COUNT)),
  SELF_WAKE_COUNT(
      "selfWakeCount", "self_wakes", COUNTER, COUNT, POLLS, "Wakes of a task by itself: yields."),

  BUSY_RATIO(
      "busyRatio",
      "busy_ratio",
      DERIVED,
      RATIO,
      POLLS,
      "Share of the tasks' lived time that was spent in polls, polls in progress included."),
  SCHEDULED_RATIO(
      "scheduledRatio",
      "scheduled_ratio",
      DERIVED,
      RATIO,
      POLLS,
      "Share of the tasks' lived time in which they were ready but not polled, the wait for the"
          + " first poll and waits in progress included."),
  IDLE_RATIO(
      "idleRatio",
      "idle_ratio",
      DERIVED,
      RATIO,
      POLLS,
      "Share of the tasks' lived time in which they waited for something, waits in progress"
          + " included.");

  private final String metricName;
  private final String series;
  private final Kind kind;
  private final Unit unit;
  private final Needs needs;
  private final String help;
  private final @Nullable Formula formula;

  TaskMetric(String name, String series, Kind kind, Unit unit, Needs needs, String help) {
    this(name, series, kind, unit, needs, help, null);
  }

  TaskMetric(String name, String series, Unit unit, String help, Formula formula) {
    this(name, series, DERIVED, unit, POLLS, help, formula);
  }

  TaskMetric(
      String name,
      String series,
      Kind kind,
      Unit unit,
      Needs needs,
      String help,
      @Nullable Formula formula) {
    this.metricName = name;
    this.series = series;
    this.kind = kind;
    this.unit = unit;
    this.needs = needs;
    this.help = help;
    this.formula = formula;
  }

  /** The name in the model, in composites, in JSON and in the console: {@code pollCount}. */
  public String metricName() {
    return metricName;
  }

  /** The name of the JMX attribute: {@code PollCount}. */
  public String attributeName() {
    return metricName.substring(0, 1).toUpperCase(Locale.ROOT) + metricName.substring(1);
  }

  /** The name of the Prometheus series: {@code pickglass_task_polls_total}. */
  public String seriesName() {
    String seconds = unit == NANOS ? "_seconds" : "";
    String total = kind == COUNTER ? "_total" : "";
    return "pickglass_task_" + series + seconds + total;
  }

  /** How the metric moves. */
  public Kind kind() {
    return kind;
  }

  /** What its number counts. */
  public Unit unit() {
    return unit;
  }

  /** What must be seen for it to exist. */
  public Needs needs() {
    return needs;
  }

  /** One sentence that says what it is, for people. */
  public String help() {
    return help;
  }

  /** How it follows from other metrics of the same reading; empty where it is measured itself. */
  public Optional<Formula> formula() {
    return Optional.ofNullable(formula);
  }

  /** The metric of that {@linkplain #metricName() name}. */
  public static Optional<TaskMetric> named(String name) {
    return Optional.ofNullable(Names.BY_NAME.get(name));
  }

  /** The metric of that {@linkplain #attributeName() JMX attribute}. */
  public static Optional<TaskMetric> ofAttribute(String attribute) {
    return Optional.ofNullable(Names.BY_ATTRIBUTE.get(attribute));
  }

  private static final class Names {
    static final Map<String, TaskMetric> BY_NAME = new HashMap<>();
    static final Map<String, TaskMetric> BY_ATTRIBUTE = new HashMap<>();

    static {
      for (TaskMetric metric : values()) {
        BY_NAME.put(metric.metricName, metric);
        BY_ATTRIBUTE.put(metric.attributeName(), metric);
      }
    }
  }
}
