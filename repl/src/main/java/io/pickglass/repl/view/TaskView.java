package io.pickglass.repl.view;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.view.Column.Align;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One task with all that is known of it, in sections. */
public final class TaskView {
  private static final List<Integer> PERCENTS = List.of(10, 25, 50, 75, 90, 95, 99);
  // Who looks within that time after the counting began is the first.
  private static final long FIRST_LOOK_MILLIS = 1_000;

  private final TaskDetail detail;
  private final TaskRow task;
  private final int width;
  private final Symbols symbols;
  private final List<Line> lines = new ArrayList<>();

  private TaskView(TaskDetail detail, int width, Symbols symbols) {
    this.detail = detail;
    this.task = detail.task();
    this.width = width;
    this.symbols = symbols;
  }

  /** The lines. */
  public static List<Line> lines(TaskDetail detail, int width, Symbols symbols) {
    TaskView view = new TaskView(detail, width, symbols);
    view.who();
    view.times();
    view.wakes();
    view.spreads();
    view.rows("open sections", detail.sections(), detail.sections().size());
    view.rows("live children", detail.children(), detail.childCount());
    return view.lines;
  }

  static long percentile(Spread spread, int percent) {
    return switch (percent) {
      case 10 -> spread.p10();
      case 25 -> spread.p25();
      case 50 -> spread.p50();
      case 75 -> spread.p75();
      case 90 -> spread.p90();
      case 95 -> spread.p95();
      case 99 -> spread.p99();
      default -> throw new IllegalArgumentException("no percentile " + percent + " is told");
    };
  }

  private void who() {
    String title =
        task.id()
            + " "
            + TaskState.cell(task.state(), symbols)
            + (isEnded()
                ? " " + duration(task.stateNanos()) + " ago"
                : task.stateNanos() < 0 ? "" : " for " + duration(task.stateNanos()))
            + (task.name().isEmpty() ? "" : ": " + TaskText.clean(task.name()));
    Paragraph.of(title, "", width).forEach(line -> lines.add(Line.header(line)));
    fact("kind", task.kind());
    fact("monitor", task.monitor());
    fact("location", task.location());
    fact("target", task.target());
    fact("parent", task.parent());
    fact(
        "created",
        task.createdMillis() < 0
            ? "before the agent came"
            : Instant.ofEpochMilli(task.createdMillis()).toString());
    fact("thrown", task.thrown());
    fact("fields", String.join(", ", task.fields()));
  }

  private void times() {
    fact("total", duration(task.totalNanos()));
    share("busy", task.busyNanos());
    share("scheduled", task.scheduledNanos());
    share("idle", task.idleNanos());
    if (task.firstPollDelayNanos() >= 0) {
      fact("first poll after", duration(task.firstPollDelayNanos()));
    }
  }

  private void wakes() {
    if (task.pollCount() < 0) {
      String why =
          task.createdMillis() < 0
              ? "it lived before the agent came: nothing is known of its times"
              : "its polls are not seen: `info` says why";
      Paragraph.of(why, "", width).forEach(line -> lines.add(Line.note(line)));
      return;
    }
    String last =
        task.lastPollNanos() < 0
            ? ""
            : task.state().equalsIgnoreCase(TaskState.RUNNING.name())
                ? ", the present one since " + duration(task.lastPollNanos())
                : ", the last took %s and began %s ago"
                    .formatted(duration(task.lastPollNanos()), duration(task.lastPollAgoNanos()));
    fact("polls", task.pollCount() + last);
    fact(
        "wakes",
        "%d, by itself %d%s"
            .formatted(
                task.wakeCount(),
                task.selfWakeCount(),
                percent(task.selfWakeCount(), task.wakeCount())));
    if (task.lastWakeAgoNanos() >= 0) {
      String by = task.wokenBy().isEmpty() ? "" : " by " + task.wokenBy();
      fact("last woken", duration(task.lastWakeAgoNanos()) + " ago" + by);
    }
  }

  private void spreads() {
    if (task.pollCount() < 0) {
      return;
    }
    long since = detail.spreadSinceMillis();
    boolean none = detail.polls().count() == 0 && detail.waits().count() == 0;
    if (since <= 0) {
      note(
          isEnded()
              ? "its polls and waits were not kept one by one, as nobody looked at it while it lived"
              : "its polls and waits are not kept one by one: there is no room");
    } else if (none) {
      boolean first = now() - since < FIRST_LOOK_MILLIS;
      note(
          first && !isEnded()
              ? "from now on its polls and waits are kept one by one: ask again to see how they are"
                  + " spread"
              : "since %s, when it was first looked at, no poll has ended"
                  .formatted(instant(since)));
    } else {
      note("its polls and the waits before them, one by one since " + instant(since));
      lines.addAll(Table.of(columns(), named(), width, symbols).lines(named()));
      lines.addAll(HistogramView.lines(detail.polls(), detail.waits(), width, symbols));
    }
  }

  /** Of a live task the instant of the answer. */
  private long now() {
    return task.createdMillis() + task.totalNanos() / 1_000_000;
  }

  private record Named(String name, Spread spread) {}

  private List<Named> named() {
    return List.of(new Named("polls", detail.polls()), new Named("waits", detail.waits()));
  }

  private static List<Column<Named>> columns() {
    Comparator<Named> unordered = Comparator.comparing(_ -> 0);
    List<Column<Named>> columns = new ArrayList<>();
    columns.add(new Column<>("", 0, Align.LEFT, 0, unordered, (named, _) -> named.name));
    columns.add(
        new Column<>(
            "count", 0, Align.RIGHT, 2, unordered, (n, _) -> Long.toString(n.spread.count())));
    for (int percent : PERCENTS) {
      int priority = percent == 50 ? 1 : percent == 99 ? 2 : 5;
      columns.add(
          new Column<>(
              "p" + percent,
              0,
              Align.RIGHT,
              priority,
              unordered,
              (n, symbols) -> time(n.spread, percentile(n.spread, percent), symbols)));
    }
    columns.add(
        new Column<>(
            "max",
            0,
            Align.RIGHT,
            1,
            unordered,
            (n, symbols) -> time(n.spread, n.spread.max(), symbols)));
    return columns;
  }

  private static String time(Spread spread, long nanos, Symbols symbols) {
    return spread.count() == 0 || nanos < 0 ? symbols.absent() : Durations.detailed(nanos, symbols);
  }

  private void rows(String what, List<TaskRow> rows, long count) {
    if (rows.isEmpty()) {
      return;
    }
    String first = count > rows.size() ? ", the first " + rows.size() + " of them" : "";
    lines.add(Line.note(symbols.fit(what + " (" + count + ")" + first, width)));
    lines.addAll(Table.of(TaskColumns.ofTasks(width), rows, width, symbols).lines(rows));
  }

  private boolean isEnded() {
    return !List.of("running", "scheduled", "idle").contains(task.state());
  }

  private String duration(long nanos) {
    return nanos < 0 ? symbols.absent() : Durations.detailed(nanos, symbols);
  }

  private void share(String name, long nanos) {
    fact(name, duration(nanos) + (nanos < 0 ? "" : percent(nanos, task.totalNanos())));
  }

  /** In parentheses; nothing of nothing. */
  private static String percent(long part, long whole) {
    return whole <= 0 || part < 0 ? "" : " (" + Values.percent((double) part / whole, 2) + ")";
  }

  private static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  private void fact(String name, String value) {
    Labelled.add(lines, name, value, width);
  }

  private void note(String sentence) {
    Paragraph.of(sentence, "", width).forEach(line -> lines.add(Line.note(line)));
  }
}
