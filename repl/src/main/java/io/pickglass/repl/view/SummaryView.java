package io.pickglass.repl.view;

import static io.pickglass.catalog.TaskMetric.*;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.repl.view.Column.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of one monitor on one screen: a line for each kind of time, a column for each value.
 */
public final class SummaryView {
  /** One kind of time; what is not kept of it is null. */
  private record Time(
      String name,
      TaskMetric count,
      @Nullable TaskMetric share,
      TaskMetric total,
      TaskMetric mean,
      @Nullable TaskMetric p50,
      @Nullable TaskMetric p90,
      @Nullable TaskMetric p99,
      @Nullable TaskMetric p999,
      @Nullable TaskMetric max) {

    static Time part(String name, TaskMetric count, TaskMetric total, TaskMetric mean) {
      return new Time(name, count, null, total, mean, null, null, null, null, null);
    }
  }

  private record Row(Time time, TaskInterval interval) {
    String value(@Nullable TaskMetric metric, Symbols symbols) {
      return metric == null ? "" : Values.detailed(metric, interval, symbols);
    }
  }

  private static final List<Time> TIMES =
      List.of(
          new Time(
              "to first poll",
              FIRST_POLL_COUNT,
              null,
              FIRST_POLL_DELAY_NANOS,
              MEAN_FIRST_POLL_DELAY_NANOS,
              P50_FIRST_POLL_DELAY_NANOS,
              P90_FIRST_POLL_DELAY_NANOS,
              P99_FIRST_POLL_DELAY_NANOS,
              P999_FIRST_POLL_DELAY_NANOS,
              MAX_FIRST_POLL_DELAY_NANOS),
          new Time(
              "poll",
              POLL_COUNT,
              BUSY_RATIO,
              POLL_NANOS,
              MEAN_POLL_NANOS,
              P50_POLL_NANOS,
              P90_POLL_NANOS,
              P99_POLL_NANOS,
              P999_POLL_NANOS,
              MAX_POLL_NANOS),
          Time.part("  fast", FAST_POLL_COUNT, FAST_POLL_NANOS, MEAN_FAST_POLL_NANOS),
          Time.part("  slow", SLOW_POLL_COUNT, SLOW_POLL_NANOS, MEAN_SLOW_POLL_NANOS),
          new Time(
              "scheduled",
              SCHEDULED_COUNT,
              SCHEDULED_RATIO,
              SCHEDULED_NANOS,
              MEAN_SCHEDULED_NANOS,
              P50_SCHEDULED_NANOS,
              P90_SCHEDULED_NANOS,
              P99_SCHEDULED_NANOS,
              P999_SCHEDULED_NANOS,
              MAX_SCHEDULED_NANOS),
          Time.part("  short", SHORT_DELAY_COUNT, SHORT_DELAY_NANOS, MEAN_SHORT_DELAY_NANOS),
          Time.part("  long", LONG_DELAY_COUNT, LONG_DELAY_NANOS, MEAN_LONG_DELAY_NANOS),
          new Time(
              "idle",
              IDLE_COUNT,
              IDLE_RATIO,
              IDLE_NANOS,
              MEAN_IDLE_NANOS,
              P50_IDLE_NANOS,
              P90_IDLE_NANOS,
              P99_IDLE_NANOS,
              P999_IDLE_NANOS,
              MAX_IDLE_NANOS));

  private static final List<Facts> FACTS =
      List.of(
          new Facts(
              "tasks",
              List.of(
                  INSTRUMENTED_COUNT,
                  ENDED_COUNT,
                  FAILED_COUNT,
                  CANCELLED_COUNT,
                  LIVE_COUNT,
                  LIFETIME_NANOS)),
          new Facts(
              "now",
              List.of(RUNNING_COUNT, SCHEDULED_NOW_COUNT, IDLE_NOW_COUNT, OLDEST_SCHEDULED_NANOS)),
          new Facts(
              "besides", List.of(SLOW_POLL_RATIO, LONG_DELAY_RATIO, SELF_WAKE_COUNT, LIVED_NANOS)),
          new Facts("pinned", List.of(PINNED_COUNT, PINNED_NANOS)));

  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "", 0, Align.LEFT, 0, Comparator.comparing(r -> 0), (row, _) -> row.time().name()),
          column("count", 1, (row, symbols) -> row.value(row.time().count(), symbols)),
          column("share", 2, (row, symbols) -> row.value(row.time().share(), symbols)),
          column("total", 5, (row, symbols) -> row.value(row.time().total(), symbols)),
          column("mean", 3, (row, symbols) -> row.value(row.time().mean(), symbols)),
          column("p50", 7, (row, symbols) -> row.value(row.time().p50(), symbols)),
          column("p90", 8, (row, symbols) -> row.value(row.time().p90(), symbols)),
          column("p99", 6, (row, symbols) -> row.value(row.time().p99(), symbols)),
          column("p99.9", 9, (row, symbols) -> row.value(row.time().p999(), symbols)),
          column("max", 4, (row, symbols) -> row.value(row.time().max(), symbols)));

  private SummaryView() {}

  /** The lines; where polls are not seen, without the times. */
  static List<Line> lines(TaskInterval interval, int width, Symbols symbols) {
    TaskMetrics metrics = interval.metrics();
    List<Line> lines = new ArrayList<>();
    if (metrics.has(POLL_COUNT)) {
      List<Row> rows = TIMES.stream().map(time -> new Row(time, interval)).toList();
      lines.addAll(Table.of(COLUMNS, rows, width, symbols).lines(rows));
    }
    lines.addAll(Facts.lines(FACTS, interval, width, symbols));
    return lines;
  }

  /** The metrics that are shown, so that a test may find one that was forgotten. */
  static List<Metric> shown() {
    List<Metric> shown = new ArrayList<>();
    FACTS.forEach(facts -> shown.addAll(facts.metrics()));
    for (Time time : TIMES) {
      shown.addAll(List.of(time.count(), time.total(), time.mean()));
      for (TaskMetric metric :
          new @Nullable TaskMetric[] {
            time.share(), time.p50(), time.p90(), time.p99(), time.p999(), time.max()
          }) {
        if (metric != null) {
          shown.add(metric);
        }
      }
    }
    return shown;
  }

  private static Column<Row> column(
      String header, int priority, BiFunction<Row, Symbols, String> text) {
    return new Column<>(header, 0, Align.RIGHT, priority, Comparator.comparing(r -> 0), text);
  }
}
