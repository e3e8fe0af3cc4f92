package io.pickglass.repl.view;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskRow;
import java.util.List;

/** Rows of tasks, to be shown. */
final class TaskRows {
  static final long MS = 1_000_000;

  private TaskRows() {}

  /** A different number in every place. */
  static final TaskRow WAITING =
      new TaskRow(
          "v123",
          "virtual",
          "idle",
          "GET /users",
          "http",
          "com.example.shop.Door.begin(Door.java:60)",
          "com.example.shop.Door$Request",
          "v7",
          "",
          1_767_323_045_000L,
          12_000 * MS,
          3 * MS,
          250_000,
          11_996 * MS,
          120_000,
          900 * MS,
          4,
          5,
          1,
          2 * MS,
          902 * MS,
          910 * MS,
          "timer",
          List.of("user=7", "shop=north"));

  static final TaskRow BLIND =
      new TaskRow(
          "x9",
          "executor",
          "failed",
          "",
          "mail",
          "",
          "",
          "",
          "java.io.IOException",
          1_000,
          0,
          -1,
          -1,
          -1,
          -1,
          5 * MS,
          -1,
          -1,
          -1,
          -1,
          -1,
          -1,
          "",
          List.of());

  static final Spread POLLS =
      new Spread(
          3,
          MS,
          MS,
          2 * MS,
          3 * MS,
          3 * MS,
          3 * MS,
          3 * MS,
          3 * MS,
          List.of(1_048_575L, 3_145_727L),
          List.of(1L, 2L));

  static TaskDetail detail(TaskRow task, long since, Spread polls) {
    return new TaskDetail(task, since, polls, Spread.NONE, List.of(), List.of(), 0);
  }

  static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }
}
