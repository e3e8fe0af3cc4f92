package io.pickglass.repl.view;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Rates;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** The columns in which intervals are shown by {@code monitors} and {@code tail}. */
public final class IntervalColumns {
  /**
   * The columns of one interval unless others are asked for. On a narrow screen stay, in this
   * order: what a poll and a wait take, how many do not run and since when, the longest, the
   * shares.
   */
  public static final List<Column<TaskInterval>> DEFAULT =
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

  private IntervalColumns() {}

  /** The monitor's name. */
  public static Column<TaskInterval> monitor(int width) {
    return monitor(width, Switches.ON);
  }

  /** The monitor's name, marked if it is off. */
  static Column<TaskInterval> monitor(int width, Switches switches) {
    return new Column<>(
        "monitor",
        width,
        Column.Align.LEFT,
        0,
        Comparator.comparing(TaskInterval::monitor),
        (interval, _) -> SwitchesView.marked(interval.monitor(), switches));
  }

  /** The sequence number. */
  public static Column<TaskInterval> sequence() {
    return new Column<>(
        "seq",
        6,
        Column.Align.RIGHT,
        1,
        Comparator.comparingLong(TaskInterval::sequence),
        (interval, _) -> Long.toString(interval.sequence()));
  }

  /** A column for each metric, headed by its own name. */
  public static List<Column<TaskInterval>> named(List<TaskMetric> metrics) {
    List<Column<TaskInterval>> columns = new ArrayList<>();
    for (TaskMetric metric : metrics) {
      // All are asked for by name, so the last named leaves first.
      columns.add(metric(metric.metricName(), metric, 6, 2));
    }
    return columns;
  }

  /** The same columns with counters per second. */
  public static List<Column<TaskInterval>> perSecond(List<Column<TaskInterval>> columns) {
    return columns.stream().map(MetricText::perSecond).toList();
  }

  /** Whether it is the column of that metric, so that a test may compare the documentation. */
  static boolean shows(Column<TaskInterval> column, TaskMetric metric) {
    return column.text() instanceof MetricText(TaskMetric shown) && shown == metric;
  }

  private static Column<TaskInterval> metric(
      String header, TaskMetric metric, int width, int priority) {
    return new Column<>(
        header,
        width,
        Column.Align.RIGHT,
        priority,
        // Numbers are looked at from the greatest down.
        Comparator.<TaskInterval>comparingDouble(i -> i.metrics().number(metric).doubleValue())
            .reversed(),
        new MetricText(metric));
  }

  /** The text of a metric's cell; it knows its metric, so that it can be turned into a rate. */
  private record MetricText(TaskMetric metric)
      implements BiFunction<TaskInterval, Symbols, String> {
    @Override
    public String apply(TaskInterval interval, Symbols symbols) {
      return Values.brief(metric, interval.metrics(), symbols);
    }

    static Column<TaskInterval> perSecond(Column<TaskInterval> column) {
      if (!(column.text() instanceof MetricText(TaskMetric metric)) || !metric.addsUp()) {
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
