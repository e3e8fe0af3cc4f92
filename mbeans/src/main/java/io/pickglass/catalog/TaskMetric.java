package io.pickglass.catalog;

import static io.pickglass.catalog.Kind.COUNTER;
import static io.pickglass.catalog.Kind.DERIVED;
import static io.pickglass.catalog.Kind.GAUGE;
import static io.pickglass.catalog.Kind.MAXIMUM;
import static io.pickglass.catalog.Needs.FLIGHT_RECORDER;
import static io.pickglass.catalog.Needs.POLLS;
import static io.pickglass.catalog.Needs.TASKS;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of a task monitor. The constant names it, unit and all; the same word runs from here
 * to the JMX attribute ({@code PollCount}), the JSON key ({@code pollCount}), the Prometheus series
 * ({@code pickglass_task_polls_total}) and the console.
 */
public enum TaskMetric implements Metric {
  INSTRUMENTED_COUNT(
      COUNTER,
      TASKS,
      "instrumented",
      "Tasks put under the monitor, counted before anything else happens to them."),
  ENDED_COUNT(
      COUNTER,
      TASKS,
      "ended",
      "Tasks that are over: they returned, threw, were cancelled or were rejected."),
  FAILED_COUNT(
      COUNTER,
      TASKS,
      "failed",
      "Of the ended tasks, those that ended by throwing, also where a Future swallowed it."),
  CANCELLED_COUNT(
      COUNTER,
      TASKS,
      "cancelled",
      "Of the ended tasks, those that never had a first poll, or were cancelled after it."),
  LIVE_COUNT(GAUGE, TASKS, "live", "Tasks instrumented and not yet ended."),
  LIFETIME_NANOS(
      COUNTER,
      TASKS,
      "lifetime",
      "Time from instrumentation to end, added up over the ended tasks."),

  RUNNING_COUNT(GAUGE, POLLS, "running", "Live tasks in a poll now."),
  SCHEDULED_NOW_COUNT(
      GAUGE,
      POLLS,
      "scheduled_now",
      "Live tasks that are ready and not yet polled now, those never polled included."),
  IDLE_NOW_COUNT(GAUGE, POLLS, "idle_now", "Live tasks that wait for something now."),
  OLDEST_SCHEDULED_NANOS(
      GAUGE,
      POLLS,
      "oldest_scheduled",
      "How long the task that has waited longest for its next poll has waited so far."),

  FIRST_POLL_COUNT(
      COUNTER,
      POLLS,
      "first_polls",
      "Tasks polled for the first time, counted as that poll starts."),
  FIRST_POLL_DELAY_NANOS(
      COUNTER,
      POLLS,
      "first_poll_delay",
      "Time from instrumentation to the first poll, booked as that poll starts."),
  MAX_FIRST_POLL_DELAY_NANOS(
      MAXIMUM, POLLS, "max_first_poll_delay", "The longest delay of a first poll."),
  MEAN_FIRST_POLL_DELAY_NANOS(
      "mean_first_poll_delay",
      "Mean delay of first polls.",
      r -> Formula.mean(r, TaskMetric.FIRST_POLL_DELAY_NANOS, TaskMetric.FIRST_POLL_COUNT)),
  P50_FIRST_POLL_DELAY_NANOS(Quantile.P50, Distribution.FIRST_POLL_DELAY),
  P90_FIRST_POLL_DELAY_NANOS(Quantile.P90, Distribution.FIRST_POLL_DELAY),
  P99_FIRST_POLL_DELAY_NANOS(Quantile.P99, Distribution.FIRST_POLL_DELAY),
  P999_FIRST_POLL_DELAY_NANOS(Quantile.P999, Distribution.FIRST_POLL_DELAY),

  POLL_COUNT(
      COUNTER, POLLS, "polls", "Polls that have ended, the fast and the slow ones together."),
  POLL_NANOS(
      COUNTER,
      POLLS,
      "poll",
      "Time in polls that have ended, the fast and the slow ones together."),
  MAX_POLL_NANOS(MAXIMUM, POLLS, "max_poll", "The longest poll that has ended."),
  MEAN_POLL_NANOS(
      "mean_poll",
      "Mean duration of a poll.",
      r -> Formula.mean(r, TaskMetric.POLL_NANOS, TaskMetric.POLL_COUNT)),
  P50_POLL_NANOS(Quantile.P50, Distribution.POLL),
  P90_POLL_NANOS(Quantile.P90, Distribution.POLL),
  P99_POLL_NANOS(Quantile.P99, Distribution.POLL),
  P999_POLL_NANOS(Quantile.P999, Distribution.POLL),
  FAST_POLL_COUNT(COUNTER, POLLS, "fast_polls", "Polls shorter than the slow-poll threshold."),
  FAST_POLL_NANOS(
      COUNTER, POLLS, "fast_poll", "Time in polls shorter than the slow-poll threshold."),
  MEAN_FAST_POLL_NANOS(
      "mean_fast_poll",
      "Mean duration of a fast poll.",
      r -> Formula.mean(r, TaskMetric.FAST_POLL_NANOS, TaskMetric.FAST_POLL_COUNT)),
  SLOW_POLL_COUNT(
      COUNTER, POLLS, "slow_polls", "Polls as long as the slow-poll threshold or longer."),
  SLOW_POLL_NANOS(
      COUNTER, POLLS, "slow_poll", "Time in polls as long as the slow-poll threshold or longer."),
  MEAN_SLOW_POLL_NANOS(
      "mean_slow_poll",
      "Mean duration of a slow poll.",
      r -> Formula.mean(r, TaskMetric.SLOW_POLL_NANOS, TaskMetric.SLOW_POLL_COUNT)),
  SLOW_POLL_RATIO(
      "slow_poll_ratio",
      "Share of the polls that were slow.",
      r -> Formula.ratio(r, TaskMetric.SLOW_POLL_COUNT, TaskMetric.POLL_COUNT)),

  SCHEDULED_COUNT(
      COUNTER,
      POLLS,
      "scheduled",
      "Waits of ready tasks for a poll that is not their first, counted as that poll starts."),
  SCHEDULED_NANOS(
      COUNTER,
      POLLS,
      "scheduled",
      "Time from the first wake since the last poll to the next poll, first polls left out."),
  MAX_SCHEDULED_NANOS(
      MAXIMUM,
      POLLS,
      "max_scheduled",
      "The longest wait of a ready task for a poll that is not its first."),
  MEAN_SCHEDULED_NANOS(
      "mean_scheduled",
      "Mean wait of a ready task for a poll that is not its first.",
      r -> Formula.mean(r, TaskMetric.SCHEDULED_NANOS, TaskMetric.SCHEDULED_COUNT)),
  P50_SCHEDULED_NANOS(Quantile.P50, Distribution.SCHEDULED),
  P90_SCHEDULED_NANOS(Quantile.P90, Distribution.SCHEDULED),
  P99_SCHEDULED_NANOS(Quantile.P99, Distribution.SCHEDULED),
  P999_SCHEDULED_NANOS(Quantile.P999, Distribution.SCHEDULED),
  SHORT_DELAY_COUNT(
      COUNTER, POLLS, "short_delays", "Scheduled waits shorter than the long-delay threshold."),
  SHORT_DELAY_NANOS(
      COUNTER,
      POLLS,
      "short_delay",
      "Time in scheduled waits shorter than the long-delay threshold."),
  MEAN_SHORT_DELAY_NANOS(
      "mean_short_delay",
      "Mean of the short scheduled waits.",
      r -> Formula.mean(r, TaskMetric.SHORT_DELAY_NANOS, TaskMetric.SHORT_DELAY_COUNT)),
  LONG_DELAY_COUNT(
      COUNTER,
      POLLS,
      "long_delays",
      "Scheduled waits as long as the long-delay threshold or longer."),
  LONG_DELAY_NANOS(
      COUNTER,
      POLLS,
      "long_delay",
      "Time in scheduled waits as long as the long-delay threshold or longer."),
  MEAN_LONG_DELAY_NANOS(
      "mean_long_delay",
      "Mean of the long scheduled waits.",
      r -> Formula.mean(r, TaskMetric.LONG_DELAY_NANOS, TaskMetric.LONG_DELAY_COUNT)),
  LONG_DELAY_RATIO(
      "long_delay_ratio",
      "Share of the scheduled waits that were long.",
      r -> Formula.ratio(r, TaskMetric.LONG_DELAY_COUNT, TaskMetric.SCHEDULED_COUNT)),

  IDLE_COUNT(COUNTER, POLLS, "idles", "Idle periods ended by a wake."),
  IDLE_NANOS(
      COUNTER,
      POLLS,
      "idle",
      "Time from the end of a poll to the wake that ended the idle period."),
  MAX_IDLE_NANOS(MAXIMUM, POLLS, "max_idle", "The longest idle period ended by a wake."),
  MEAN_IDLE_NANOS(
      "mean_idle",
      "Mean duration of an idle period.",
      r -> Formula.mean(r, TaskMetric.IDLE_NANOS, TaskMetric.IDLE_COUNT)),
  P50_IDLE_NANOS(Quantile.P50, Distribution.IDLE),
  P90_IDLE_NANOS(Quantile.P90, Distribution.IDLE),
  P99_IDLE_NANOS(Quantile.P99, Distribution.IDLE),
  P999_IDLE_NANOS(Quantile.P999, Distribution.IDLE),
  SELF_WAKE_COUNT(COUNTER, POLLS, "self_wakes", "Wakes of a task by itself: yields."),
  PINNED_COUNT(
      COUNTER,
      FLIGHT_RECORDER,
      "pinned",
      "Waits of 20 ms or more in which a virtual thread kept its carrier, told seconds later; they"
          + " are parts of polls."),
  PINNED_NANOS(
      COUNTER,
      FLIGHT_RECORDER,
      "pinned",
      "Time in these waits, booked when they are told, seconds after their end; it is in the time"
          + " of polls, too."),

  LIVED_NANOS(
      GAUGE,
      POLLS,
      "lived",
      "Time that the tasks have lived in this reading, all of them added up, tasks that still live"
          + " included: the whole of which the three shares are parts."),
  BUSY_RATIO(
      DERIVED,
      POLLS,
      "busy_ratio",
      "Share of the tasks' lived time that was spent in polls, polls in progress included."),
  SCHEDULED_RATIO(
      DERIVED,
      POLLS,
      "scheduled_ratio",
      "Share of the tasks' lived time in which they were ready but not polled, the wait for the first poll and waits in progress included."),
  IDLE_RATIO(
      DERIVED,
      POLLS,
      "idle_ratio",
      "Share of the tasks' lived time in which they waited for something, waits in progress included.");

  private final String metricName = camelCase(name());
  private final Unit unit = unitOf(name());
  private final Kind kind;
  private final Needs needs;
  private final String series;
  private final String help;
  private final @Nullable Formula formula;

  TaskMetric(Kind kind, Needs needs, String series, String help) {
    this(kind, needs, series, help, null);
  }

  TaskMetric(String series, String help, Formula formula) {
    this(DERIVED, POLLS, series, help, formula);
  }

  TaskMetric(Quantile quantile, Distribution of) {
    this(quantile.series(of), quantile.help(of), quantile.formula(of));
  }

  TaskMetric(Kind kind, Needs needs, String series, String help, @Nullable Formula formula) {
    this.kind = kind;
    this.needs = needs;
    this.series = series;
    this.help = help;
    this.formula = formula;
  }

  static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(name.isEmpty() ? word : capitalized(word));
    }
    return name.toString();
  }

  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Unit unitOf(String constant) {
    return Unit.valueOf(constant.substring(constant.lastIndexOf('_') + 1));
  }

  @Override
  public String metricName() {
    return metricName;
  }

  @Override
  public String attributeName() {
    return capitalized(metricName);
  }

  @Override
  public String seriesName() {
    return "pickglass_task_" + series + unit.suffix() + (kind == COUNTER ? "_total" : "");
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean addsUp() {
    return kind == COUNTER || this == LIVED_NANOS; // which may fall by nanoseconds: no counter
  }

  @Override
  public Unit unit() {
    return unit;
  }

  /** What must be seen for it to exist. */
  public Needs needs() {
    return needs;
  }

  @Override
  public String help() {
    return help;
  }

  /** How it follows from other metrics of the same reading; empty where it is measured itself. */
  public Optional<Formula> formula() {
    return Optional.ofNullable(formula);
  }

  /** The metric of that {@linkplain #metricName() name}. */
  public static Optional<TaskMetric> named(String name) {
    return Names.ALL.named(name);
  }

  /** The metric of that {@linkplain #attributeName() JMX attribute}. */
  public static Optional<TaskMetric> ofAttribute(String attribute) {
    return Names.ALL.ofAttribute(attribute);
  }

  // Not before the constants are there.
  private static final class Names {
    static final MetricNames<TaskMetric> ALL = new MetricNames<>(values());
  }
}
