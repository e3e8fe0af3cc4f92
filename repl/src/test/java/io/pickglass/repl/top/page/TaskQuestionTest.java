package io.pickglass.repl.top.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import io.pickglass.repl.target.Address;
import io.pickglass.repl.target.Connector;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.table.Col;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the screen of tasks asks of a real target. */
@Timeout(120)
class TaskQuestionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Col<SeenTask> column(String header) {
    return TaskCols.ofTasks().stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTaskThatHasMovedOutOfTheWindowIsFollowedInEveryOrderOfNumbers() {
    try (Watched watched = Watched.startWithPools();
        Target target = Connector.connect(Address.parse(watched.hostAndPort()), () -> PATIENCE)) {
      Await.until(() -> target.tasks("").matchedCount() > 1_000, () -> "too few tasks");
      String held = target.tasks("where monitor = mail").rows().getFirst().id();
      for (String header : List.of("Total", "Busy", "Sched", "Idle", "Polls")) {
        for (boolean descending : List.of(true, false)) {
          TaskQuestion question =
              new TaskQuestion(List.of(), column(header), descending, 300, 60, held);
          assertThat(question.ask(target).rows())
              .as(header + " " + descending)
              .extracting(TaskRow::id)
              .contains(held);
        }
      }
    }
  }

  @Test
  void everyColumnThatCanBeSortedByIsOneOfTheTarget() {
    try (Watched watched = Watched.startWithPools();
        Target target = Connector.connect(Address.parse(watched.hostAndPort()), () -> PATIENCE)) {
      for (Col<SeenTask> column : TaskCols.ofTasks()) {
        if (!List.of("", "warnings", "waitsFor").contains(column.key())) {
          TaskList list =
              new TaskQuestion(List.of("state = live or inState < 6000ms"), column, true, 0, 5, "")
                  .ask(target);
          assertThat(list.rows()).as(column.header()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void whatOnlyTheConsoleKnowsStandsBeforeOrBehindAllOthersAndNoneIsShownTwice() {
    try (Watched watched = Watched.startWaiting();
        Target target = Connector.connect(Address.parse(watched.hostAndPort()), () -> PATIENCE)) {
      List<String> all =
          ids(target.tasks("where state = live and (monitor = till or monitor = bank)"));
      assertThat(all).hasSize(5);
      List<String> marked = List.of(all.get(3), all.get(1), "v0");
      List<String> conditions = List.of("state = live and (monitor = till or monitor = bank)");
      TaskList first = new MarkedQuestion(conditions, false, 0, 3).ask(target, marked);
      assertThat(ids(first)).startsWith(all.get(3), all.get(1)).hasSize(3);
      assertThat(first.matchedCount()).isEqualTo(5);
      TaskList rest = new MarkedQuestion(conditions, false, 3, 3).ask(target, marked);
      assertThat(Stream.concat(ids(first).stream(), ids(rest).stream()))
          .containsExactlyInAnyOrderElementsOf(all);
      TaskList last = new MarkedQuestion(conditions, true, 2, 3).ask(target, marked);
      assertThat(ids(last)).endsWith(all.get(3), all.get(1)).hasSize(3);
      assertThat(ids(new MarkedQuestion(conditions, true, 0, 9).ask(target, List.of())))
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  private static List<String> ids(TaskList list) {
    return list.rows().stream().map(TaskRow::id).toList();
  }

  @Test
  void aTaskIsFollowedInAnOrderByText() {
    try (Watched watched = Watched.startWithPools();
        Target target = Connector.connect(Address.parse(watched.hostAndPort()), () -> PATIENCE)) {
      Await.until(() -> target.tasks("").matchedCount() > 500, () -> "too few tasks");
      String held = target.tasks("where monitor = mail").rows().getFirst().id();
      TaskQuestion question =
          new TaskQuestion(
              List.of("monitor != users.insert"), column("Monitor"), false, 200, 20, held);
      assertThat(ids(question.ask(target))).contains(held);
    }
  }

  @Test
  void aWordIsLookedForWhereItMayStandAndAnExpressionIsTheTargets() {
    assertThat(TaskFilter.condition(" ")).isEmpty();
    assertThat(TaskFilter.condition("idle")).contains("state = idle");
    assertThat(TaskFilter.condition("busy > 5ms")).contains("busy > 5ms");
    assertThat(TaskFilter.condition("v12").orElseThrow()).endsWith(" or id = \"v12\"");
    assertThat(TaskFilter.condition("a\"b").orElseThrow())
        .startsWith("name ~ \"a\\\"b\" or location");
  }
}
