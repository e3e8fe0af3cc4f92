package io.pickglass.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pickglass.instrument.HandleTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tasks a query finds, in which order, and what it says when it cannot be understood. */
class TaskQueryTest {
  private final Told told = new Told();

  /** Four tasks: a runs, b is ready, c waits, d has failed. */
  @BeforeEach
  void tasks() {
    HandleTask a = told.task("orders", "GET /a");
    told.clock.advanceNanos(1_000_000);
    HandleTask c = told.task("mail", "c");
    long poll = c.beginPoll();
    told.clock.advanceNanos(2_000_000);
    c.endPoll(poll);
    HandleTask d = told.task("orders", "GET /d");
    d.notes().field("user", "7");
    d.beginPoll();
    told.clock.advanceNanos(3_000_000);
    d.end(Outcome.FAILED);
    told.task("orders", "b").notes().field("user", "12");
    a.beginPoll();
    told.clock.advanceNanos(4_000_000);
  }

  @AfterEach
  void end() {
    told.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                        | GET /a, c, b, GET /d",
        "sort total                              | GET /a, c, b, GET /d",
        "sort total asc                          | GET /d, b, c, GET /a",
        "sort name                               | b, c, GET /a, GET /d",
        "sort NAME DESC                          | GET /d, GET /a, c, b",
        "sort busy limit 2                       | GET /a, GET /d",
        "sort busy limit 2 offset 1              | GET /d, c",
        "limit 0                                 | ``",
        "offset 4                                | ``",
        "limit 2147483647                        | GET /a, c, b, GET /d",
        "where state = running                   | GET /a",
        "where state = live                      | GET /a, c, b",
        "where state != ended                    | GET /a, c, b",
        "where state = Failed                    | GET /d",
        "where monitor = orders                  | GET /a, b, GET /d",
        "where monitor ~ ord and not state=idle  | GET /a, b, GET /d",
        "where name ~ 'get'                      | GET /a, GET /d",
        "where name ~ 'GET*d'                    | GET /d",
        "where name !~ get                       | c, b",
        "where name = \"GET /a\"                 | GET /a",
        "where busy >= 3ms                       | GET /a, GET /d",
        "where busy > 3ms                        | GET /a",
        "where busy = 3000000                    | GET /d",
        "where busy < 0.002s or idle > 1us       | c, b",
        "where (busy = 3ms or busy = 4ms) and state = running | GET /a",
        "where not (busy = 3ms or busy = 4ms)    | c, b",
        "where polls = 0                         | b",
        "where field.user = 7                    | GET /d",
        "where field.user ~ *                    | b, GET /d",
        "where field.user != 7                   | GET /a, c, b",
        "where state = live where monitor = mail | c",
      })
  void findsAndSorts(String query, String names) {
    String asked = query == null ? "" : query;
    assertThat(String.join(", ", told.names(asked))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "what            | at character 1: \"what\", expected where, sort, group, limit or offset",
        "where           | at character 6: the query ends, expected a column, not or (",
        "where busy      | at character 11: the query ends, expected one of = != < <= > >= ~ !~",
        "where busy >    | at character 13: the query ends, expected a time such as 5ms for busy",
        "where busy > x  | at character 14: \"x\", expected a time such as 5ms for busy",
        "where polls > 5ms | at character 15: \"5ms\", expected a number for polls",
        "where busy ~ 5  | at character 12: \"~\", expected one of = != < <= > >= for busy",
        "where (polls = 5 | at character 17: the query ends, expected )",
        "where state = rnning | at character 15: \"rnning\", expected state = or != running,"
            + " scheduled, idle, returned, failed or cancelled; live and ended stand for several",
        "limit -1        | at character 7: \"-1\", expected a number from 0 on for limit",
        "limit many      | at character 7: \"many\", expected a number from 0 on for limit",
        "limit 99999999999 | at character 7: \"99999999999\", expected a number from 0 on for limit",
        "where name = 'a | at character 14: \"'a\" has no end",
        "sort nme        | at character 6: \"nme\", expected one of id, kind, state, name, monitor,"
            + " location, target, parent, thrown, total, busy, scheduled, idle, firstPollDelay,"
            + " inState, lastPoll, polls, wakes, selfWakes, field.KEY",
      })
  void saysWhereItIsWrongAndWhatIsPossible(String query, String message) {
    assertThatThrownBy(() -> told.list(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void countsAreOfAllThatMatchWhateverTheWindow() {
    TaskList list = told.list("where monitor = orders limit 1");
    assertThat(
            List.of(
                list.liveCount(),
                list.endedCount(),
                list.matchedCount(),
                list.runningCount(),
                list.scheduledCount(),
                list.idleCount(),
                (long) list.rows().size()))
        .isEqualTo(List.of(3L, 1L, 3L, 1L, 1L, 0L, 1L));
  }

  @Test
  void groupsHaveSumsAndTheLargestIsFirst() {
    assertThat(told.list("group monitor").groups())
        .isEqualTo(
            List.of(
                new TaskGroup("orders", 3, 1, 1, 0, 1, 17_000_000, 7_000_000, 10_000_000, 0, 2),
                new TaskGroup("mail", 1, 0, 0, 1, 0, 9_000_000, 2_000_000, 0, 7_000_000, 1)));
    assertThat(told.list("group field.user sort name asc").groups())
        .extracting(group -> group.value() + ":" + group.taskCount())
        .isEqualTo(List.of("12:1", "7:1", ":2"));
    assertThat(told.list("group state offset 1 limit 1 sort total").groups())
        .extracting(TaskGroup::value)
        .isEqualTo(List.of("idle"));
  }

  @Test
  void groupsAreBoundedAndTheRestIsSummedUp() {
    for (int i = 0; i < Groups.MOST + 5; i++) {
      told.task("many", "task-" + i);
    }
    List<TaskGroup> groups =
        told.list("where monitor = many group name limit 10000 sort polls").groups();
    assertThat(groups).hasSize(Groups.MOST);
    assertThat(told.list("where monitor = many group name limit 1 sort name desc").groups())
        .extracting(group -> group.value() + ":" + group.taskCount())
        .isEqualTo(List.of(Groups.OTHERS + ":5"));
  }

  @Test
  void rowsOfEqualValuesDoNotChangePlaces() {
    Told others = new Told(); // none of its tasks is polled
    List<String> names = IntStream.range(0, 200).mapToObj(i -> "t" + i).toList();
    names.forEach(name -> others.task("orders", name));
    List<String> first = others.names("sort polls limit 200");
    assertThat(others.names("sort polls limit 200")).isEqualTo(first);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(page -> others.names("sort polls limit 10 offset " + 10 * page))
                .flatMap(List::stream)
                .toList())
        .isEqualTo(first);
    assertThat(first).containsExactlyInAnyOrderElementsOf(names);
  }
}
