package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.Worker;
import io.pickglass.repl.view.Column.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** The workers of a runtime, a line each. */
public final class WorkersView {
  /** On a narrow screen stays what each does now, since when, and how much it did. */
  private static final List<Column<Worker>> COLUMNS =
      List.of(
          text("worker", 0, (worker, _) -> worker.threadName()),
          text("state", 2, (worker, _) -> worker.state()),
          text("task", 1, WorkersView::task),
          number(
              "for",
              1,
              Worker::taskNanos,
              (worker, symbols) ->
                  isBusy(worker) ? Durations.brief(worker.taskNanos(), symbols) : symbols.absent()),
          counter("polls", RuntimeMetric.POLL_COUNT, 3, Worker::pollCount),
          counter("busy", RuntimeMetric.BUSY_NANOS, 2, Worker::busyNanos),
          counter("parks", RuntimeMetric.PARK_COUNT, 5, Worker::parkCount),
          counter("noops", RuntimeMetric.NOOP_COUNT_AT_LEAST, 6, Worker::noopCountAtLeast),
          counter("steals", RuntimeMetric.STEAL_COUNT, 6, Worker::stealCount),
          counter("queue", RuntimeMetric.LOCAL_QUEUE_DEPTH, 4, Worker::localQueueDepth),
          counter("cpu", RuntimeMetric.CPU_NANOS, 3, Worker::cpuNanos),
          counter("alloc", RuntimeMetric.ALLOCATED_BYTES, 7, Worker::allocatedBytes));

  private WorkersView() {}

  /** By which columns the lines can be sorted. */
  public static List<String> sortKeys() {
    return COLUMNS.stream().map(Column::header).toList();
  }

  /** The order of a column; equals are in the order of their places. */
  public static Optional<Comparator<Worker>> order(String header) {
    return COLUMNS.stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .map(column -> column.order().thenComparing(Worker::index));
  }

  /** The lines. */
  public static List<Line> lines(String runtime, List<Worker> workers, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    if (workers.isEmpty()) {
      String none =
          runtime
              + " has no thread now, or they cannot be told: those of a ThreadPoolExecutor only"
              + " with --add-opens java.base/java.util.concurrent=ALL-UNNAMED";
      Paragraph.of(none, "", Math.max(1, width)).forEach(line -> lines.add(Line.note(line)));
      return lines;
    }
    String title = runtime + ": what each does now; counts are since it is watched";
    lines.add(Line.note(symbols.fit(title, width)));
    lines.addAll(Table.of(COLUMNS, workers, width, symbols).lines(workers));
    return lines;
  }

  private static String task(Worker worker, Symbols symbols) {
    return isBusy(worker) ? (worker.monitor() + " " + worker.task()).strip() : symbols.absent();
  }

  private static boolean isBusy(Worker worker) {
    return !worker.monitor().isEmpty();
  }

  private static Column<Worker> text(
      String header, int priority, BiFunction<Worker, Symbols, String> text) {
    return new Column<>(
        header,
        0,
        Align.LEFT,
        priority,
        Comparator.comparing(worker -> text.apply(worker, Symbols.ASCII)),
        text);
  }

  private static Column<Worker> counter(
      String header, Metric metric, int priority, ToLongFunction<Worker> value) {
    return number(
        header,
        priority,
        value,
        (worker, symbols) -> Values.brief(metric, value.applyAsLong(worker), symbols));
  }

  private static Column<Worker> number(
      String header,
      int priority,
      ToLongFunction<Worker> value,
      BiFunction<Worker, Symbols, String> text) {
    // Numbers are looked at from the greatest down.
    return new Column<>(
        header, 0, Align.RIGHT, priority, Comparator.comparingLong(value).reversed(), text);
  }
}
