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
  void aWordIsLookedForWhereItMayStandAndAnExpressionIsTheTargets() {
    assertThat(TaskFilter.condition(" ")).isEmpty();
    assertThat(TaskFilter.condition("idle")).contains("state = idle");
    assertThat(TaskFilter.condition("busy > 5ms")).contains("busy > 5ms");
    assertThat(TaskFilter.condition("v12").orElseThrow()).endsWith(" or id = \"v12\"");
    assertThat(TaskFilter.condition("a\"b").orElseThrow())
        .startsWith("name ~ \"a\\\"b\" or location");
  }
}
