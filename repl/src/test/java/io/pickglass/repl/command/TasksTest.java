package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console shows of the single tasks of a real process. */
@Timeout(120)
class TasksTest extends OfWatched {

  private JsonNode json(String command) {
    String line = answer("set output json; " + command + "; set output text").getFirst();
    return new JsonMapper().readTree(line);
  }

  /** The task that holds a thread of the pool for as long as the program runs. */
  private String held() {
    return json("tasks --monitor mail").get("id").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void eachTaskIsALineBelowHowManyThereAre(String wire) {
    connect(wire);
    assertThat(answer("tasks --monitor mail"))
        .hasSize(4)
        .startsWith("Tasks (1) ▶ Running (1) ⏫ Sched (0) ⏸ Idle (0)", "shown 1-1");
    assertThat(console.lines().get(2)).matches("id +state +name +total +busy +sched +idle +.*");
    assertThat(console.lines().get(3)).matches("x\\d+ +▶ BUSY +WatchedProgram.* +1  mail( .*)?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void whatIsAskedForIsPutTogether(String wire) {
    connect(wire);
    Await.until(
        () -> json("tasks --state ended --limit 1").get("pollCount").asLong() > 0,
        () -> "no task has ended");
    assertThat(answer("tasks --monitor orders --state done --sort busy:asc --limit 3 --offset 1"))
        .hasSize(2 + 1 + 3)
        .filteredOn(line -> line.contains(" ⏹ DONE "))
        .hasSize(3)
        .allMatch(line -> line.contains("  orders"));
    assertThat(console.lines().get(1)).startsWith("shown 2-4, --offset 4 goes on");
    assertThat(
            answer("tasks --name 'no such \"name\"' --place x --field user=7 --where 'busy > 1h'"))
        .containsExactly("Tasks (0) ▶ Running (0) ⏫ Sched (0) ⏸ Idle (0)", "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void groupsHaveCountsAndSums(String wire) {
    connect(wire);
    assertThat(answer("tasks --group-by monitor").get(2))
        .matches("monitor +tasks +running +ready +waiting +ended +total +busy +sched +idle +polls");
    assertThat(console.lines()).filteredOn(l -> l.matches("mail +1 +1 +0 +0 +0 +.*")).hasSize(1);
    JsonNode mail = json("tasks --where 'monitor = mail' --group-by state");
    assertThat(mail.get("group").asString()).isEqualTo("state");
    assertThat(mail.get("value").asString()).isEqualTo("running");
    assertThat(mail.get("taskCount").asLong()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aRowIsAnObjectOfJson(String wire) {
    connect(wire);
    JsonNode task = json("tasks --monitor mail");
    assertThat(task.propertyNames())
        .contains("id", "kind", "state", "name", "monitor", "location", "target")
        .contains("createdMillis", "totalNanos", "busyNanos", "scheduledNanos", "idleNanos")
        .contains("firstPollDelayNanos", "stateNanos", "pollCount", "wakeCount", "selfWakeCount")
        .doesNotContain("thrown", "fields");
    assertThat(task.get("id").asString()).matches("x\\d+");
    assertThat(task.get("kind").asString()).isEqualTo("executor");
    assertThat(task.get("state").asString()).isEqualTo("running");
    assertThat(task.get("monitor").asString()).isEqualTo("mail");
    assertThat(task.get("pollCount").asLong()).isEqualTo(1);
    assertThat(task.get("totalNanos").asLong())
        .isGreaterThanOrEqualTo(task.get("busyNanos").asLong())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void oneTaskIsShownWithAllThatIsKnownOfIt(String wire) {
    connect(wire);
    String id = held();
    assertThat(answer("task " + id).getFirst()).startsWith(id + " ▶ BUSY for ");
    assertThat(console.lines())
        .contains(
            "kind             executor", "monitor          mail", "idle             0ns (0.00%)")
        .anyMatch(line -> line.matches("busy +[0-9.]+.s \\(\\d+\\.\\d\\d%\\)|busy +\\d+m.*"))
        .anyMatch(line -> line.startsWith("polls            1, the present one since "))
        .anyMatch(
            line -> line.contains("one by one: ask again") || line.contains("no poll has ended"));
    JsonNode json = json("task " + id);
    assertThat(json.get("id").asString()).isEqualTo(id);
    assertThat(json.get("spreadSinceMillis").asLong()).isPositive();
    assertThat(json.get("polls").get("count").asLong()).isZero();
    assertThat(json.get("childCount").asLong()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasks --limit -1 | 2 | `--limit -1`: give a number of at least 0",
        "tasks --offset -7 | 2 | `--offset -7`: give a number of at least 0",
        "tasks --limit x | 2 | 'x' is not an int",
        "tasks --state runing | 2 | `runing` is no state: did you mean `running`? `--state` takes running, scheduled,",
        "tasks --state 'idle or 1' | 2 | `idle or 1` is no state: ",
        "tasks --field user | 2 | `--field user` is no field: give KEY=VALUE, such as user=7",
        "tasks --sort busi | 2 | \"busi\", expected one of id, kind, ",
        "tasks --sort busi | 2 | ; did you mean `busy`?",
        "tasks --sort busy:up | 2 | `--sort busy:up`: give a column and perhaps a direction, such as busy or busy:asc",
        "tasks --sort 'busy limit 1' | 2 | \"busy limit 1\", expected one of id, ",
        "tasks --group-by locaton | 2 | ; did you mean `location`?",
        "tasks --where 'busy > ' | 2 | `--where busy > `, at character 8: \")\", expected a time such as 5ms for busy",
        "tasks --where 'busy > 5x' | 2 | `--where busy > 5x`, at character 8: \"5x\", expected a time such as 5ms for busy",
        "tasks --where 'nane ~ x' | 2 | `--where nane ~ x`, at character 1: \"nane\", expected one of ",
        "tasks --where 'nane ~ x' | 2 | ; did you mean `name`?",
        "tasks --where 'busy > 1) limit 3' | 2 | `--where busy > 1) limit 3`, at character ",
        "tasks --monitor odrers | 1 | has no monitor `odrers`: did you mean `orders`? `monitors` lists all",
        "task v123456789012 | 1 | there is no task v123456789012: it has ended more than ",
        "task nonsense | 1 | \"nonsense\" is no id of a task: expected one such as v7, ",
        "task | 2 | `task` needs ID: `help task` explains it",
      })
  void aMistakeIsOneSentenceAndACode(String command, int code, String sentence) {
    for (String wire : List.of("JMX", "Jolokia")) {
      connect(wire);
      console.errors().clear();
      assertThat(console.run(command)).as(console.errors().toString()).isEqualTo(code);
      assertThat(console.errors()).singleElement().asString().contains(sentence);
      assertThat(console.lines()).isEmpty();
    }
  }

  @Test
  void theGreatestAndTheLeastLimitAreAnswered() {
    connect("JMX");
    assertThat(answer("tasks --monitor mail --limit 0"))
        .containsExactly(
            "Tasks (1) ▶ Running (1) ⏫ Sched (0) ⏸ Idle (0)",
            "shown none: --limit and --offset say which");
    assertThat(answer("tasks --monitor mail --limit 2147483647")).hasSize(4);
    assertThat(answer("tasks --monitor mail --offset 2147483647")).hasSize(2);
  }

  @Test
  void idsAreCompletedAfterTheyWereListed() {
    connect("JMX");
    Completion completion = new Completion(console.commands());
    assertThat(completion.at("task ")).noneMatch(word -> word.value().matches("[vxs]\\d+"));
    String id = held();
    assertThat(completion.at("task ")).extracting(Completion.Candidate::value).contains(id);
    console.session().known().refreshTasks();
    assertThat(completion.at("task ")).hasSizeGreaterThan(1).anyMatch(w -> w.value().equals(id));
    assertThat(completion.at("tasks --monitor "))
        .extracting(Completion.Candidate::value)
        .containsExactly("mail", "orders", "users.insert");
    assertThat(completion.at("tasks --state run"))
        .extracting(Completion.Candidate::value)
        .contains("running", "ended");
    assertThat(completion.at("tasks --sort "))
        .extracting(Completion.Candidate::value)
        .contains("busy", "busy:asc");
  }

  @Test
  void anOlderPickglassIsSaidToHaveNoSingleTasks() {
    try (Watched older = Watched.startOlder()) {
      for (String target : List.of(Long.toString(older.pid()), older.jolokiaUrl())) {
        for (String command : List.of("tasks", "task v1")) {
          console.session().connect(target);
          console.errors().clear();
          assertThat(console.run(command)).isEqualTo(ExitCode.FAILED);
          assertThat(console.errors())
              .singleElement()
              .asString()
              .contains(" cannot list single tasks, as its Pickglass is older than that: ");
        }
      }
    }
  }

  @Test
  void wherePollsAreNotSeenTheirNumbersAreDashes() {
    try (Watched closed = Watched.startClosed()) {
      console.session().connect(Long.toString(closed.pid()));
      Await.until(
          () -> answer("tasks --monitor orders --limit 1").size() == 4, () -> "no task is listed");
      assertThat(console.lines().getLast()).containsPattern("[0-9]m?s +– +– +– +–  orders");
      String id = json("tasks --monitor orders --limit 1").get("id").asString();
      assertThat(answer("task " + id))
          .contains("its polls are not seen: `info` says why", "busy             –")
          .noneMatch(line -> line.matches(".*NaN.*|.* -\\d.*"));
    }
  }
}
