package io.pickglass.catalog;

import static io.pickglass.catalog.Kind.COUNTER;
import static io.pickglass.catalog.Kind.DERIVED;
import static io.pickglass.catalog.Kind.GAUGE;
import static io.pickglass.catalog.Kind.MAXIMUM;
import static io.pickglass.catalog.RuntimeKind.FORK_JOIN_POOL;
import static io.pickglass.catalog.RuntimeKind.THREAD_POOL;
import static io.pickglass.catalog.RuntimeKind.VIRTUAL_THREADS;
import static io.pickglass.catalog.RuntimeNeeds.DIAGNOSTICS;
import static io.pickglass.catalog.RuntimeNeeds.FLIGHT_RECORDER;
import static io.pickglass.catalog.RuntimeNeeds.NOTHING;
import static io.pickglass.catalog.RuntimeNeeds.POLLS;
import static io.pickglass.catalog.RuntimeNeeds.PROBES;
import static io.pickglass.catalog.RuntimeNeeds.WORKERS;
import static io.pickglass.catalog.RuntimeNeeds.WORKERS_POLLS;
import static io.pickglass.catalog.Unit.BYTES;
import static io.pickglass.catalog.Unit.COUNT;
import static io.pickglass.catalog.Unit.MEAN;
import static io.pickglass.catalog.Unit.NANOS;
import static io.pickglass.catalog.Unit.RATIO;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of a runtime: of what runs tasks. Each {@linkplain RuntimeKind kind} knows some of
 * them; what one cannot know is absent from its beans of plain numbers and -1 in its composites.
 *
 * <p>A JVM forces no yields, and its queues grow instead of overflowing: nothing to count there.
 */
public enum RuntimeMetric implements Metric {
  WORKER_COUNT("workers", "Threads that it is to keep: its parallelism or core size."),
  POOL_SIZE("pool_size", "Threads that it has now, those in place of blocked ones included."),
  MAX_POOL_SIZE("max_pool_size", "Threads that it may have at most.", VIRTUAL_THREADS, THREAD_POOL),
  ACTIVE_COUNT("active", "Threads that run a task now or look for one."),
  IDLE_WORKER_COUNT("idle_workers", "Threads that have nothing to do now."),
  COMPENSATION_COUNT(
      "compensations",
      "Threads above the parallelism now, in place of blocked ones.",
      VIRTUAL_THREADS,
      FORK_JOIN_POOL),

  LIVE_TASK_COUNT(
      GAUGE,
      COUNT,
      "live_tasks",
      "Watched virtual threads that have started and not ended.",
      POLLS,
      VIRTUAL_THREADS),
  QUEUE_DEPTH("queue_depth", "Tasks that are ready and wait for a thread now, watched or not."),
  GLOBAL_QUEUE_DEPTH(
      "global_queue_depth", "Of the waiting tasks, those that were submitted from outside."),
  LOCAL_QUEUE_DEPTH("local_queue_depth", "Of the waiting tasks, those in the queues of workers."),
  QUEUE_REMAINING_CAPACITY(
      "queue_remaining_capacity", "Tasks that its queue still has room for.", THREAD_POOL),
  DELAYED_COUNT("delayed", "Tasks and timers that are not due yet."),
  STARVATION_NANOS(
      MAXIMUM,
      NANOS,
      "starvation",
      "How late a probe was run, a task that does nothing; 0 where a thread was free.",
      PROBES),

  POLL_COUNT(
      COUNTER,
      COUNT,
      "polls",
      "Polls of watched tasks that have begun on its workers.",
      WORKERS_POLLS),
  MAX_WORKER_POLL_COUNT(
      GAUGE,
      COUNT,
      "max_worker_polls",
      "Of the polls, those on the worker with the most.",
      WORKERS_POLLS),
  MIN_WORKER_POLL_COUNT(
      GAUGE,
      COUNT,
      "min_worker_polls",
      "Of the polls, those on the worker with the fewest.",
      WORKERS_POLLS),
  BUSY_NANOS(
      COUNTER,
      NANOS,
      "busy",
      "Time of its workers in polls of watched tasks, polls in progress included.",
      WORKERS_POLLS),
  MAX_WORKER_BUSY_NANOS(
      GAUGE,
      NANOS,
      "max_worker_busy",
      "Of the busy time, that of the worker with the most.",
      WORKERS_POLLS),
  MIN_WORKER_BUSY_NANOS(
      GAUGE,
      NANOS,
      "min_worker_busy",
      "Of the busy time, that of the worker with the least.",
      WORKERS_POLLS),
  BUSY_RATIO(
      DERIVED,
      RATIO,
      "busy_ratio",
      "Share of its workers' time that was spent in polls of watched tasks, polls in progress included.",
      WORKERS_POLLS),
  MEAN_POLL_NANOS(DERIVED, NANOS, "mean_poll", "Busy time per poll that has begun.", WORKERS_POLLS),
  MAX_WORKER_MEAN_POLL_NANOS(
      DERIVED,
      NANOS,
      "max_worker_mean_poll",
      "Busy time per poll of the worker of which that is the most.",
      WORKERS_POLLS),
  MIN_WORKER_MEAN_POLL_NANOS(
      DERIVED,
      NANOS,
      "min_worker_mean_poll",
      "Busy time per poll of the worker of which that is the least.",
      WORKERS_POLLS),
  P50_POLL_NANOS(Quantile.P50, RuntimeDistribution.POLL),
  P90_POLL_NANOS(Quantile.P90, RuntimeDistribution.POLL),
  P99_POLL_NANOS(Quantile.P99, RuntimeDistribution.POLL),
  P999_POLL_NANOS(Quantile.P999, RuntimeDistribution.POLL),
  P50_SCHEDULING_DELAY_NANOS(Quantile.P50, RuntimeDistribution.SCHEDULING_DELAY),
  P90_SCHEDULING_DELAY_NANOS(Quantile.P90, RuntimeDistribution.SCHEDULING_DELAY),
  P99_SCHEDULING_DELAY_NANOS(Quantile.P99, RuntimeDistribution.SCHEDULING_DELAY),
  P999_SCHEDULING_DELAY_NANOS(Quantile.P999, RuntimeDistribution.SCHEDULING_DELAY),
  COMPLETED_COUNT(
      COUNTER,
      COUNT,
      "completed",
      "Tasks that the pool itself counts as completed, watched or not.",
      NOTHING,
      THREAD_POOL),

  PARK_COUNT(
      COUNTER,
      COUNT,
      "parks",
      "Times that a worker has begun to wait: for a task, or in one that keeps it.",
      WORKERS),
  MAX_WORKER_PARK_COUNT(
      GAUGE,
      COUNT,
      "max_worker_parks",
      "Of the parks, those of the worker with the most.",
      WORKERS),
  MIN_WORKER_PARK_COUNT(
      GAUGE,
      COUNT,
      "min_worker_parks",
      "Of the parks, those of the worker with the fewest.",
      WORKERS),
  NOOP_COUNT_AT_LEAST(
      DERIVED,
      COUNT,
      "noops_at_least",
      "Parks of its workers beyond what they took to run: at least so many wakes found nothing.",
      WORKERS,
      VIRTUAL_THREADS),
  POLLS_PER_PARK(
      DERIVED,
      MEAN,
      "polls_per_park",
      "Polls of watched tasks per park that was not for nothing.",
      WORKERS_POLLS,
      VIRTUAL_THREADS),
  STEAL_COUNT(
      COUNTER,
      COUNT,
      "steals",
      "Times that a worker took a task from elsewhere than its own queue, watched or not.",
      NOTHING,
      VIRTUAL_THREADS,
      FORK_JOIN_POOL),
  LOCAL_SCHEDULE_COUNT(
      COUNTER,
      COUNT,
      "local_schedules",
      "Starts and wakes of watched tasks by what runs on its own workers.",
      POLLS,
      VIRTUAL_THREADS),
  REMOTE_SCHEDULE_COUNT(
      COUNTER,
      COUNT,
      "remote_schedules",
      "Starts and wakes of watched tasks by other threads.",
      POLLS,
      VIRTUAL_THREADS),
  MIGRATION_COUNT(
      COUNTER,
      COUNT,
      "migrations",
      "Polls of watched tasks on another worker than that of the poll before.",
      POLLS,
      VIRTUAL_THREADS),

  CPU_NANOS(COUNTER, NANOS, "cpu", "Processor time of its workers, whatever they ran.", WORKERS),
  ALLOCATED_BYTES(
      COUNTER,
      BYTES,
      "allocated",
      "Memory that its workers have allocated, whatever they ran.",
      WORKERS),
  IO_REGISTERED_COUNT(
      GAUGE,
      COUNT,
      "io_registered",
      "Sockets on which virtual threads wait, as the last tick found them.",
      DIAGNOSTICS,
      VIRTUAL_THREADS),
  PINNED_COUNT(
      COUNTER,
      COUNT,
      "pinned",
      "Waits of 20 ms or more in which a virtual thread kept its carrier, told seconds later.",
      FLIGHT_RECORDER,
      VIRTUAL_THREADS),
  PINNED_NANOS(
      COUNTER,
      NANOS,
      "pinned",
      "Time in these waits, booked when they are told, seconds after their end.",
      FLIGHT_RECORDER,
      VIRTUAL_THREADS),
  SUBMIT_FAILED_COUNT(
      COUNTER,
      COUNT,
      "submit_failures",
      "Virtual threads that could not be submitted to the scheduler, told seconds later.",
      FLIGHT_RECORDER,
      VIRTUAL_THREADS);

  private final String metricName = TaskMetric.camelCase(name());
  private final Kind kind;
  private final Unit unit;
  private final String series;
  private final String help;
  private final RuntimeNeeds needs;
  private final Set<RuntimeKind> kinds;
  private final @Nullable Percentile percentile;

  /** What that share of the values of a histogram do not exceed. */
  public record Percentile(RuntimeDistribution of, double share) {}

  RuntimeMetric(String series, String help, RuntimeKind... kinds) {
    this(GAUGE, COUNT, series, help, NOTHING, kinds);
  }

  RuntimeMetric(Quantile quantile, RuntimeDistribution of) {
    this(
        DERIVED,
        NANOS,
        quantile.series(of),
        quantile.help(of),
        WORKERS_POLLS,
        quantile.percentile(of));
  }

  RuntimeMetric(
      Kind kind, Unit unit, String series, String help, RuntimeNeeds needs, RuntimeKind... kinds) {
    this(kind, unit, series, help, needs, null, kinds);
  }

  RuntimeMetric(
      Kind kind,
      Unit unit,
      String series,
      String help,
      RuntimeNeeds needs,
      @Nullable Percentile percentile,
      RuntimeKind... kinds) {
    this.percentile = percentile;
    this.kind = kind;
    this.unit = unit;
    this.series = series;
    this.help = help;
    this.needs = needs;
    this.kinds =
        kinds.length == 0 ? EnumSet.allOf(RuntimeKind.class) : EnumSet.copyOf(List.of(kinds));
  }

  @Override
  public String metricName() {
    return metricName;
  }

  @Override
  public String attributeName() {
    return TaskMetric.capitalized(metricName);
  }

  @Override
  public String seriesName() {
    return "pickglass_runtime_" + series + unit.suffix() + (kind == COUNTER ? "_total" : "");
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public boolean addsUp() {
    return kind == COUNTER;
  }

  @Override
  public String help() {
    return help;
  }

  /** What must be there for it to exist. */
  public RuntimeNeeds needs() {
    return needs;
  }

  /** Of which histogram it is a percentile; empty if of none. */
  public Optional<Percentile> percentile() {
    return Optional.ofNullable(percentile);
  }

  /** Whether runtimes of that kind can know it, with all that it needs. */
  public boolean isKnownTo(RuntimeKind runtime) {
    return kinds.contains(runtime);
  }

  /** The metric of that {@linkplain #metricName() name}. */
  public static Optional<RuntimeMetric> named(String name) {
    return Names.ALL.named(name);
  }

  /** The metric of that {@linkplain #attributeName() JMX attribute}. */
  public static Optional<RuntimeMetric> ofAttribute(String attribute) {
    return Names.ALL.ofAttribute(attribute);
  }

  private static final class Names {
    static final MetricNames<RuntimeMetric> ALL = new MetricNames<>(values());
  }
}
