package io.pickglass.repl.view;

import static io.pickglass.catalog.RuntimeMetric.*;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.repl.view.Column.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All metrics of one runtime on one screen: what its workers did, together and the one that did
 * least and most; then the others by their names.
 */
final class RuntimeSummaryView {
  /** What workers do. */
  private record Deed(String name, RuntimeMetric all, RuntimeMetric least, RuntimeMetric most) {}

  private record Row(Deed deed, RuntimeInterval interval) {
    String value(RuntimeMetric metric, Symbols symbols) {
      return Values.detailed(metric, interval, symbols);
    }
  }

  private static final List<Deed> DEEDS =
      List.of(
          new Deed("polls", POLL_COUNT, MIN_WORKER_POLL_COUNT, MAX_WORKER_POLL_COUNT),
          new Deed("busy", BUSY_NANOS, MIN_WORKER_BUSY_NANOS, MAX_WORKER_BUSY_NANOS),
          new Deed(
              "mean poll", MEAN_POLL_NANOS, MIN_WORKER_MEAN_POLL_NANOS, MAX_WORKER_MEAN_POLL_NANOS),
          new Deed("parks", PARK_COUNT, MIN_WORKER_PARK_COUNT, MAX_WORKER_PARK_COUNT));

  private static final List<Facts> FACTS =
      List.of(
          new Facts(
              "threads",
              List.of(
                  WORKER_COUNT,
                  POOL_SIZE,
                  MAX_POOL_SIZE,
                  ACTIVE_COUNT,
                  IDLE_WORKER_COUNT,
                  COMPENSATION_COUNT)),
          new Facts(
              "waiting",
              List.of(
                  QUEUE_DEPTH,
                  GLOBAL_QUEUE_DEPTH,
                  LOCAL_QUEUE_DEPTH,
                  QUEUE_REMAINING_CAPACITY,
                  DELAYED_COUNT,
                  STARVATION_NANOS)),
          new Facts(
              "tasks",
              List.of(
                  LIVE_TASK_COUNT,
                  COMPLETED_COUNT,
                  LOCAL_SCHEDULE_COUNT,
                  REMOTE_SCHEDULE_COUNT,
                  MIGRATION_COUNT,
                  STEAL_COUNT,
                  NOOP_COUNT_AT_LEAST,
                  POLLS_PER_PARK)),
          new Facts(
              "polls", List.of(P50_POLL_NANOS, P90_POLL_NANOS, P99_POLL_NANOS, P999_POLL_NANOS)),
          new Facts(
              "delays",
              List.of(
                  P50_SCHEDULING_DELAY_NANOS,
                  P90_SCHEDULING_DELAY_NANOS,
                  P99_SCHEDULING_DELAY_NANOS,
                  P999_SCHEDULING_DELAY_NANOS)),
          new Facts("cost", List.of(BUSY_RATIO, CPU_NANOS, ALLOCATED_BYTES)),
          new Facts(
              "besides",
              List.of(IO_REGISTERED_COUNT, PINNED_COUNT, PINNED_NANOS, SUBMIT_FAILED_COUNT)));

  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "", 0, Align.LEFT, 0, Comparator.comparing(_ -> 0), (row, _) -> row.deed().name()),
          column("all workers", 1, Deed::all),
          column("least", 3, Deed::least),
          column("most", 2, Deed::most));

  private RuntimeSummaryView() {}

  /** The lines; where workers are not seen, without them. */
  static List<Line> lines(RuntimeInterval interval, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    List<Row> rows =
        DEEDS.stream()
            .filter(deed -> interval.metrics().has(deed.all()))
            .map(deed -> new Row(deed, interval))
            .toList();
    if (!rows.isEmpty()) {
      lines.addAll(Table.of(COLUMNS, rows, width, symbols).lines(rows));
    }
    lines.addAll(Facts.lines(FACTS, interval, width, symbols));
    return lines;
  }

  /** The metrics that are shown, so that a test may find one that was forgotten. */
  static List<Metric> shown() {
    return Stream.concat(
            DEEDS.stream().flatMap(deed -> Stream.of(deed.all(), deed.least(), deed.most())),
            FACTS.stream().flatMap(facts -> facts.metrics().stream()))
        .map(Metric.class::cast)
        .toList();
  }

  private static Column<Row> column(
      String header, int priority, Function<Deed, RuntimeMetric> metric) {
    return new Column<>(
        header,
        0,
        Align.RIGHT,
        priority,
        Comparator.comparing(_ -> 0),
        (row, symbols) -> row.value(metric.apply(row.deed()), symbols));
  }
}
