package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions for tasks, answered from what was recorded as a target would. */
@Timeout(30)
class RecordedTasksTest {
  private static final RecordedTasks TASKS =
      new RecordedTasks(
          new TaskList(
              "",
              1000,
              3,
              1,
              0,
              4,
              1,
              1,
              1,
              0,
              List.of(
                  row("v9", "running", "GET /users", "users", 7_000_000, "order=42"),
                  row("v10", "idle", "GET /orders", "orders", 3_000_000, "order=43"),
                  row("x1", "scheduled", "mail", "orders", -1),
                  row("v8", "failed", "PUT", "users", 5_000_000)),
              List.of()));

  private static TaskRow row(
      String id, String state, String name, String monitor, long busy, String... fields) {
    return new TaskRow(
        id,
        id.startsWith("v") ? "virtual" : "executor",
        state,
        name,
        monitor,
        "A.b(A.java:1)",
        "A",
        "",
        "",
        500,
        20_000_000,
        busy,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        "timer",
        List.of(fields));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where state = running | v9",
        "where state = live sort id | v10 v9 x1",
        "where state != ended sort id asc | x1 v9 v10",
        "where busy > 5ms | v9",
        "where busy >= 0.005s sort busy asc | v8 v9",
        "where busy != 1 sort id | v10 v9 v8 x1",
        "where name ~ get sort name | v10 v9",
        "where name ~ GET*users or name = MAIL sort id asc | x1 v9",
        "where not (monitor = users or busy < 4ms) | x1",
        "where field.order = 43 | v10",
        "where field.order != 43 sort id asc | x1 v8 v9",
        "sort busy desc limit 2 offset 1 | v8 v10",
        "where name = \"GET /users\" | v9",
      })
  void aQuestionIsUnderstoodAsATargetDoes(String query, String ids) {
    List<String> found = TASKS.list(query).rows().stream().map(TaskRow::id).toList();
    assertThat(found).containsExactly(ids.split(" "));
  }

  @Test
  void groupsHaveSumsAndTheLargestIsFirst() {
    List<TaskGroup> groups = TASKS.list("group monitor sort busy").groups();
    assertThat(groups)
        .containsExactly(
            new TaskGroup("users", 2, 1, 0, 0, 1, 40_000_000, 12_000_000, 4, 6, 12),
            new TaskGroup("orders", 2, 0, 1, 1, 0, 40_000_000, -1, 4, 6, 12));
  }

  @Test
  void noQuestionCrashesOrHangs() {
    String[] pieces = {
      "where", "sort", "group", "limit", "offset", "busy", "name", "field.x", "state", "=", "~",
      "<", "!=", "!~", "(", ")", "and", "or", "not", "5ms", "running", "'", "\"a\\", "*", "**x*",
      "9", "x y"
    };
    int answered = 0;
    for (long seed = 0; seed < 100_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(' ');
      }
      try {
        TASKS.list(text.toString());
        answered++;
      } catch (TargetException e) {
        assertThat(e.kind()).isEqualTo(TargetException.Kind.BAD_QUESTION);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
    assertThat(answered).isGreaterThan(50);
    assertThatThrownBy(() -> TASKS.list("where " + "(".repeat(5000)))
        .hasMessage("the question is nested too deeply");
  }
}
