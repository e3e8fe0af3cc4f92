package io.pickglass.repl.top;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.WarningsAnswer;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.LinkEvent;
import io.pickglass.repl.top.link.TargetClock;
import io.pickglass.repl.top.page.TasksPage;
import java.time.ZoneOffset;
import java.util.List;

/** A full screen without a terminal, and answers of a target that is not there. */
final class Console {
  private final App app = new App("orders:9010", "6s");

  App app() {
    return app;
  }

  void press(String... keys) {
    for (String key : keys) {
      app.press(Key.of(key));
    }
  }

  /** Asks that target what the view wants to know, and takes its answer. */
  void ask(Target target, long millis) {
    TargetClock clock = new TargetClock(() -> millis);
    Runnable effect = app.question().ask(target, clock);
    app.take(
        new LinkEvent.Answered(
            target.name(),
            target.describe(),
            target.warnings(),
            new LinkEvent.Span(0, clock.millis(), clock.millis(), false),
            effect));
  }

  void answer(String started, TaskRow... rows) {
    answer(started, List.of(), rows);
  }

  void answer(String started, List<Warning> warnings, TaskRow... rows) {
    TasksPage page = (TasksPage) app.page();
    app.take(
        new LinkEvent.Answered(
            "orders:9010",
            new Info(
                "0.1",
                1,
                "EXACT",
                "",
                "",
                started,
                new Names(List.of(), List.of()),
                Switches.ON,
                1000,
                120,
                7),
            new WarningsAnswer(warnings, List.of()),
            new LinkEvent.Span(0, 1_000, 1_000, false),
            () -> page.take(1_000, list(rows))));
  }

  /** There are so many live tasks. */
  void answerOfMany(long count) {
    TasksPage page = (TasksPage) app.page();
    page.take(
        1_000, new TaskList("", 1_000, count, 0, 0, count, 0, 0, count, 0, List.of(), List.of()));
  }

  private static long count(TaskRow[] rows, String state) {
    return List.of(rows).stream().filter(row -> row.state().equals(state)).count();
  }

  private static TaskList list(TaskRow... rows) {
    return new TaskList(
        "",
        1_000,
        rows.length,
        0,
        0,
        rows.length,
        count(rows, "running"),
        count(rows, "scheduled"),
        count(rows, "idle"),
        0,
        List.of(rows),
        List.of());
  }

  static TaskRow task(String id, String state, String name, long total, long busy, long polls) {
    return new TaskRow(
        id,
        "virtual",
        state,
        name,
        "http",
        "com.example.web.Entrance.begin(Entrance.java:60)",
        "com.example.web.Server$Exchange",
        "",
        "",
        1_700_000_000_000L,
        total,
        busy,
        total / 10,
        total - busy - total / 10,
        1_000,
        5_000,
        polls,
        polls,
        0,
        busy,
        total,
        total,
        "v7",
        List.of("user=42"));
  }

  static Warning warning(String summary, String task) {
    return new Warning(
        1,
        "long-poll",
        "warning",
        "monitor",
        "http",
        summary,
        1,
        2,
        0,
        1,
        1,
        5,
        5,
        1,
        "nanoseconds",
        List.of(new WarnedTask(task, "GET", 5, "it is slow")),
        List.of());
  }

  Frame frame(int width, int height, Look look) {
    app.arrange(width, FrameView.height(app, width, height), look);
    return FrameView.draw(app, width, height, 0, ZoneOffset.UTC, look);
  }

  List<String> lines(int width, int height, Look look) {
    return frame(width, height, look).text().lines().toList();
  }

  List<String> lines() {
    return lines(120, 16, Look.UNICODE);
  }
}
