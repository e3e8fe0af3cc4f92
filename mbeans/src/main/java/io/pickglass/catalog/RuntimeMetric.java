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

/**
 * Every metric of a runtime: of what runs tasks. Each {@linkplain RuntimeKind kind} knows some of
 * them; what one cannot know is absent from its beans of plain numbers and -1 in its composites.
 *
 * <p>A JVM forces no yields, and its queues grow instead of overflowing: nothing to count there.
 */
public enum RuntimeMetric implements Metric {
  WORKER_COUNT(
      GAUGE,
      COUNT,
      "workers",
      "Threads that it is to keep: its parallelism or core size.",
      NOTHING),
  POOL_SIZE(
      GAUGE,
      COUNT,
      "pool_size",
      "Threads that it has now, those in place of blocked ones included.",
      NOTHING),
  MAX_POOL_SIZE(
      GAUGE,
      COUNT,
      "max_pool_size",
      "Threads that it may have at most.",
      NOTHING,
      VIRTUAL_THREADS,
      THREAD_POOL),
  ACTIVE_COUNT(GAUGE, COUNT, "active", "Threads that run a task now or look for one.", NOTHING),
  IDLE_WORKER_COUNT(GAUGE, COUNT, "idle_workers", "Threads that have nothing to do now.", NOTHING),
  COMPENSATION_COUNT(
      GAUGE,
      COUNT,
      "compensations",
      "Threads above the parallelism now, in place of blocked ones.",
      NOTHING,
      VIRTUAL_THREADS,
      FORK_JOIN_POOL),

  LIVE_TASK_COUNT(
      GAUGE,
      COUNT,
      "live_tasks",
      "Watched virtual threads that have started and not ended.",
      POLLS,
      VIRTUAL_THREADS),
  QUEUE_DEPTH(
      GAUGE,
      COUNT,
      "queue_depth",
      "Tasks that are ready and wait for a thread now, watched or not.",
      NOTHING),
  GLOBAL_QUEUE_DEPTH(
      GAUGE,
      COUNT,
      "global_queue_depth",
      "Of the waiting tasks, those that were submitted from outside.",
      NOTHING),
  LOCAL_QUEUE_DEPTH(
      GAUGE,
      COUNT,
      "local_queue_depth",
      "Of the waiting tasks, those in the queues of workers.",
      NOTHING),
  QUEUE_REMAINING_CAPACITY(
      GAUGE,
      COUNT,
      "queue_remaining_capacity",
      "Tasks that its queue still has room for.",
      NOTHING,
      THREAD_POOL),
  DELAYED_COUNT(GAUGE, COUNT, "delayed", "Tasks and timers that are not due yet.", NOTHING),
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

  RuntimeMetric(
      Kind kind, Unit unit, String series, String help, RuntimeNeeds needs, RuntimeKind... kinds) {
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
    String suffix =
        switch (unit) {
          case NANOS -> "_seconds";
          case BYTES -> "_bytes";
          case COUNT, MEAN, RATIO -> "";
        };
    return "pickglass_runtime_" + series + suffix + (kind == COUNTER ? "_total" : "");
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
