package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.series.Rates;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The columns in which intervals are shown by {@code monitors}, {@code runtimes} and {@code tail}.
 */
public final class IntervalColumns {
  /**
   * The columns of a monitor's interval unless others are asked for. On a narrow screen stay, in
   * this order: what a poll and a wait take, how many do not run and since when, the longest, the
   * shares.
   */
  public static final List<Column<Interval<?>>> OF_MONITORS =
      List.of(
          metric("live", TaskMetric.LIVE_COUNT, 5, 5),
          metric("started", TaskMetric.INSTRUMENTED_COUNT, 7, 9),
          metric("ended", TaskMetric.ENDED_COUNT, 6, 9),
          metric("failed", TaskMetric.FAILED_COUNT, 6, 7),
          metric("polls", TaskMetric.POLL_COUNT, 6, 7),
          metric("poll", TaskMetric.MEAN_POLL_NANOS, 6, 1),
          metric("max", TaskMetric.MAX_POLL_NANOS, 6, 3),
          metric("p99", TaskMetric.P99_POLL_NANOS, 6, 7),
          metric("slow", TaskMetric.SLOW_POLL_RATIO, 6, 6),
          metric("first", TaskMetric.MEAN_FIRST_POLL_DELAY_NANOS, 6, 5),
          metric("sched", TaskMetric.MEAN_SCHEDULED_NANOS, 6, 6),
          metric("idle", TaskMetric.MEAN_IDLE_NANOS, 6, 1),
          metric("busy%", TaskMetric.BUSY_RATIO, 6, 5),
          metric("sched%", TaskMetric.SCHEDULED_RATIO, 6, 4),
          metric("idle%", TaskMetric.IDLE_RATIO, 6, 8),
          metric("ready", TaskMetric.SCHEDULED_NOW_COUNT, 5, 1),
          metric("oldest", TaskMetric.OLDEST_SCHEDULED_NANOS, 6, 2));

  /**
   * The same of a runtime. On a narrow screen stay, in this order: what waits and how long a probe
   * had to, how many threads are taken, and by what.
   */
  public static final List<Column<Interval<?>>> OF_RUNTIMES =
      List.of(
          metric("workers", RuntimeMetric.WORKER_COUNT, 7, 3),
          metric("pool", RuntimeMetric.POOL_SIZE, 5, 6),
          metric("active", RuntimeMetric.ACTIVE_COUNT, 6, 2),
          metric("queue", RuntimeMetric.QUEUE_DEPTH, 6, 1),
          metric("starved", RuntimeMetric.STARVATION_NANOS, 7, 1),
          metric("busy%", RuntimeMetric.BUSY_RATIO, 6, 2),
          metric("live", RuntimeMetric.LIVE_TASK_COUNT, 6, 7),
          metric("polls", RuntimeMetric.POLL_COUNT, 6, 5),
          metric("poll", RuntimeMetric.MEAN_POLL_NANOS, 6, 4),
          metric("done", RuntimeMetric.COMPLETED_COUNT, 6, 9),
          metric("cpu", RuntimeMetric.CPU_NANOS, 6, 5),
          metric("parks", RuntimeMetric.PARK_COUNT, 6, 8),
          metric("steals", RuntimeMetric.STEAL_COUNT, 6, 9),
          metric("moves", RuntimeMetric.MIGRATION_COUNT, 6, 9),
          metric("extra", RuntimeMetric.COMPENSATION_COUNT, 5, 8),
          metric("later", RuntimeMetric.DELAYED_COUNT, 6, 10));

  private IntervalColumns() {}

  /** The columns of one interval unless others are asked for. */
  public static List<Column<Interval<?>>> of(Subject subject) {
    return switch (subject) {
      case MONITOR -> OF_MONITORS;
      case RUNTIME -> OF_RUNTIMES;
    };
  }

  /** The name of the monitor or runtime. */
  public static Column<Interval<?>> name(Subject subject, int width) {
    return name(subject, width, Switches.ON);
  }

  /** The name, marked if it is that of a monitor that is off. */
  static Column<Interval<?>> name(Subject subject, int width, Switches switches) {
    return new Column<>(
        subject.word(),
        width,
        Column.Align.LEFT,
        0,
        Comparator.comparing(Interval::name),
        (interval, _) -> SwitchesView.marked(interval, switches));
  }

  /** Of what kind the runtime is. */
  static Column<Interval<?>> kind(Kinds kinds) {
    return new Column<>(
        "kind",
        0,
        Column.Align.LEFT,
        7,
        Comparator.comparing(interval -> kinds.brief(interval.name())),
        (interval, symbols) -> {
          String kind = kinds.brief(interval.name());
          return kind.isEmpty() ? symbols.absent() : kind;
        });
  }

  /** The sequence number. */
  public static Column<Interval<?>> sequence() {
    return new Column<>(
        "seq",
        6,
        Column.Align.RIGHT,
        1,
        Comparator.comparingLong(Interval::sequence),
        (interval, _) -> Long.toString(interval.sequence()));
  }

  /** A column for each metric, headed by its own name. */
  public static List<Column<Interval<?>>> named(List<? extends Metric> metrics) {
    List<Column<Interval<?>>> columns = new ArrayList<>();
    for (Metric metric : metrics) {
      // All are asked for by name, so the last named leaves first.
      columns.add(metric(metric.metricName(), metric, 6, 2));
    }
    return columns;
  }

  /** The same columns with counters per second. */
  public static List<Column<Interval<?>>> perSecond(List<Column<Interval<?>>> columns) {
    return columns.stream().map(MetricText::perSecond).toList();
  }

  /** The metric that a column shows. */
  public static Optional<Metric> metric(Column<Interval<?>> column) {
    return column.text() instanceof MetricText(Metric shown)
        ? Optional.of(shown)
        : Optional.empty();
  }

  /** Whether it is the column of that metric, so that a test may compare the documentation. */
  static boolean shows(Column<Interval<?>> column, Metric metric) {
    return column.text() instanceof MetricText(Metric shown) && shown == metric;
  }

  private static Column<Interval<?>> metric(String header, Metric metric, int width, int priority) {
    return new Column<>(
        header,
        width,
        Column.Align.RIGHT,
        priority,
        // Numbers are looked at from the greatest down.
        Comparator.<Interval<?>>comparingDouble(i -> Numbers.of(i, metric).doubleValue())
            .reversed(),
        new MetricText(metric));
  }

  /** The text of a metric's cell; it knows its metric, so that it can be turned into a rate. */
  private record MetricText(Metric metric)
      implements BiFunction<Interval<?>, Symbols, String>, Toned<Interval<?>> {
    @Override
    public Tone tone(Interval<?> interval) {
      return Alarm.of(metric, interval);
    }

    @Override
    public String apply(Interval<?> interval, Symbols symbols) {
      return Values.brief(metric, interval, symbols);
    }

    static Column<Interval<?>> perSecond(Column<Interval<?>> column) {
      if (!(column.text() instanceof MetricText(Metric metric)) || !metric.addsUp()) {
        return column;
      }
      return new Column<>(
          column.header() + "/s",
          column.width(),
          column.align(),
          column.priority(),
          column.order(),
          (interval, symbols) -> {
            Number rate = Rates.perSecond(interval).getOrDefault(metric, 0);
            boolean time = metric.unit() == Unit.NANOS;
            return Values.brief(metric, time ? (Number) rate.longValue() : rate, symbols);
          });
    }
  }
}
