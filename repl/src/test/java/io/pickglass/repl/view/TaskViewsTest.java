package io.pickglass.repl.view;

import static io.pickglass.repl.view.TaskRows.BLIND;
import static io.pickglass.repl.view.TaskRows.MS;
import static io.pickglass.repl.view.TaskRows.POLLS;
import static io.pickglass.repl.view.TaskRows.WAITING;
import static io.pickglass.repl.view.TaskRows.detail;
import static io.pickglass.repl.view.TaskRows.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks as they stand on the screen. */
class TaskViewsTest {
  private static TaskList list(long unlisted, long matched, long offset, TaskRow... rows) {
    return new TaskList("", 0, 9, 3, unlisted, matched, 2, 3, 4, offset, List.of(rows), List.of());
  }

  private static List<String> tasks(TaskList list, int width) {
    return texts(TasksView.tasks(list, width, Symbols.UNICODE));
  }

  @Test
  void aTaskIsALineWithAllItsColumns() {
    assertThat(tasks(list(0, 12, 0, WAITING, BLIND), 300))
        .containsExactly(
            "Tasks (12) ▶ Running (2) ⏫ Sched (3) ⏸ Idle (4)",
            "shown 1-2, --offset 2 goes on; 3 have ended: --state live leaves them out",
            "id    state     name        total  busy  sched  idle  polls  monitor  location"
                + "                        target              woken by  fields",
            "v123  ⏸ IDLE    GET /users    12s   3ms  250µs   12s      4  http     "
                + "c.e.s.Door.begin(Door.java:60)  c.e.s.Door$Request  timer     user=7 shop=north",
            "x9    ✖ FAILED  –             0ns     –      –     –      –  mail     –"
                + "                               –                   –         –");
  }

  @Test
  void onANarrowScreenTheLessImportantLeaveFirst() {
    assertThat(tasks(list(0, 9, 0, WAITING), 80).get(2))
        .isEqualTo("id    state   name        total  busy  sched  idle  polls  monitor");
    assertThat(tasks(list(0, 9, 0, WAITING), 40).get(2))
        .isEqualTo("id    state   name        total  busy");
    assertThat(tasks(list(0, 9, 0, WAITING), 8).getLast()).isEqualTo("v123");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 60, 80, 120, 300})
  void noLineIsWiderThanTheScreen(int width) {
    TaskDetail detail =
        new TaskDetail(
            WAITING, 1_767_323_046_000L, POLLS, Spread.NONE, List.of(WAITING), List.of(BLIND), 7);
    assertThat(tasks(list(5, 9, 0, WAITING, BLIND), width))
        .allMatch(line -> DisplayWidth.of(line) <= width);
    assertThat(texts(TaskView.lines(detail, width, Symbols.UNICODE)))
        .allMatch(line -> DisplayWidth.of(line) <= width || width < 2);
    assertThat(texts(TasksView.groups(GROUPS, "monitor", width, Symbols.UNICODE)))
        .allMatch(line -> DisplayWidth.of(line) <= width || width < 2);
  }

  @Test
  void inAsciiNoOtherCharacterIsWritten() {
    TaskDetail detail =
        new TaskDetail(
            WAITING, 1_767_323_046_000L, POLLS, POLLS, List.of(WAITING), List.of(BLIND), 7);
    assertThat(texts(TasksView.tasks(list(0, 9, 0, WAITING, BLIND), 90, Symbols.ASCII)))
        .contains("Tasks (9) > Running (2) ^ Sched (3) = Idle (4)")
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 127));
    assertThat(texts(TaskView.lines(detail, 90, Symbols.ASCII)))
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 127));
  }

  @Test
  void whatAProgramCallsItsTasksCannotMoveTheCursor() {
    TaskRow evil = named("\u001b[2J日本\nx");
    assertThat(tasks(list(0, 1, 0, evil), 200).get(3)).startsWith("v123  ⏸ IDLE  ?[2J日本?x    12s");
    assertThat(texts(TaskView.lines(detail(evil, 0, Spread.NONE), 80, Symbols.UNICODE)).getFirst())
        .isEqualTo("v123 ⏸ IDLE for 900.00ms: ?[2J日本?x");
  }

  private static TaskRow named(String name) {
    TaskRow w = WAITING;
    return new TaskRow(
        w.id(),
        w.kind(),
        w.state(),
        name,
        w.monitor(),
        w.location(),
        w.target(),
        w.parent(),
        w.thrown(),
        w.createdMillis(),
        w.totalNanos(),
        w.busyNanos(),
        w.scheduledNanos(),
        w.idleNanos(),
        w.firstPollDelayNanos(),
        w.stateNanos(),
        w.pollCount(),
        w.wakeCount(),
        w.selfWakeCount(),
        w.lastPollNanos(),
        w.lastPollAgoNanos(),
        w.lastWakeAgoNanos(),
        w.wokenBy(),
        w.fields());
  }

  @Test
  void whatIsMissingIsSaidInPlainWords() {
    assertThat(TasksView.missing(list(0, 9, 0))).isEmpty();
    assertThat(TasksView.missing(list(1, 9, 0)).orElseThrow()).startsWith("1 task was counted ");
    assertThat(TasksView.missing(list(7, 9, 0)))
        .contains(
            "7 tasks were counted since the start but could not be listed, as all places were taken:"
                + " LiveLimit of pickglass:type=Tasks gives more");
    assertThat(tasks(list(0, 9, 20), 80).get(1))
        .isEqualTo("shown none: --limit and --offset say which");
    assertThat(tasks(list(0, 9, 8, WAITING), 80).get(1)).isEqualTo("shown 9-9");
  }

  private static final TaskList GROUPS =
      new TaskList(
          "",
          0,
          9,
          3,
          0,
          12,
          2,
          3,
          4,
          0,
          List.of(),
          List.of(
              new TaskGroup("http", 8, 1, 2, 3, 2, 12_000 * MS, 5 * MS, 6 * MS, 7 * MS, 99),
              new TaskGroup("", 4, 1, 1, 1, 1, MS, -1, -1, -1, -1)));

  @Test
  void groupsHaveTheirCountsAndSums() {
    assertThat(texts(TasksView.groups(GROUPS, "monitor", 120, Symbols.UNICODE)).subList(1, 5))
        .containsExactly(
            "shown 1-2; 3 have ended: --state live leaves them out",
            "monitor  tasks  running  ready  waiting  ended  total  busy  sched  idle  polls",
            "http         8        1      2        3      2    12s   5ms    6ms   7ms     99",
            "(none)       4        1      1        1      1    1ms     –      –     –      –");
  }

  @Test
  void aTextTakesAsManyColumnsAsATerminalGivesIt() {
    assertThat(DisplayWidth.of("a⏫日é")).isEqualTo(1 + 2 + 2 + 1);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(Symbols.UNICODE.fit("日本語", 4)).isEqualTo("日…");
    assertThat(Symbols.UNICODE.fit("日本", 4)).isEqualTo("日本");
    assertThat(TaskText.shortened("com.example.Door.begin(Door.java:60)"))
        .isEqualTo("c.e.Door.begin(Door.java:60)");
    assertThat(TaskText.located("com.example.Door.begin(Door.java:60)", 24, Symbols.UNICODE))
        .isEqualTo("Door.begin(Door.java:60)");
    assertThat(TaskText.located("com.example.Door.begin(Door.java:60)", 14, Symbols.UNICODE))
        .isEqualTo("…(Door.java:60)".substring(0, 1) + "Door.java:60)");
  }
}
