package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console shows of what the tasks of a real process wait for. */
@Timeout(120)
class ResourcesTest {
  private static final String TILL = "resources --where 'kind = lock and waiters = 3'";
  private static final String QUEUE = "io.pickglass.repl.WaitingTasks.queue(WaitingTasks.java:";

  private static Watched watched;

  private final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.startWaiting();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @AfterEach
  void disconnect() {
    console.session().close();
  }

  private void connect(String wire) {
    console
        .session()
        .connect(wire.equals("JMX") ? Long.toString(watched.pid()) : watched.jolokiaUrl());
    // They come to wait one after the other, and the thread of the pool may still be on its way.
    Await.until(
        () -> answer(TILL).size() == 4 && answer("deadlocks").size() > 1,
        () -> "they do not wait: " + console.lines());
  }

  private List<String> answer(String command) {
    console.lines().clear();
    console.notes().clear();
    assertThat(console.run(command)).as(console.errors().toString()).isZero();
    return console.lines();
  }

  private JsonNode json(String command) {
    String line = answer("set output json; " + command + "; set output text").getFirst();
    return new JsonMapper().readTree(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aResourceIsALineBelowHowManyWereLookedInto(String wire) {
    connect(wire);
    assertThat(answer(TILL).getFirst())
        .matches("Resources \\(1\\): \\d+ wait, looked into (\\d+ of \\d+|all of them)");
    assertThat(console.lines().get(1)).isEqualTo("shown 1-1");
    assertThat(console.lines().get(2)).matches("id +.*kind +.*waiters +longest +holder +.*");
    assertThat(console.lines().get(3))
        .matches(
            "r\\d+ +.*lock +.*ReentrantLock +.* 3 +\\d+m?s +t\\d+ teller .*holds=1 fair=false");
    JsonNode till = json(TILL);
    assertThat(till.get("kind").asString()).isEqualTo("lock");
    assertThat(till.get("waiterCount").asLong()).isEqualTo(3);
    assertThat(till.get("holderName").asString()).isEqualTo("teller");
    assertThat(till.get("location").asString()).startsWith(QUEUE);
    assertThat(till.propertyNames()).doesNotContain("madeAt", "totalNanos", "parent");
    assertThat(console.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void oneResourceHasAsManyRowsAsItSays(String wire) {
    connect(wire);
    String id = json(TILL).get("id").asString();
    assertThat(answer("resource " + id))
        .startsWith(id + " lock ReentrantLock")
        .contains("waited for in    ReentrantLock.lock", "async ops (3)")
        .anyMatch(line -> line.matches("holder           t\\d+ `teller`, for [\\d.]+.?s at least"))
        .anyMatch(line -> line.startsWith("waiters          3, looked into 3, the longest for "));
    assertThat(console.lines().stream().dropWhile(line -> !line.startsWith("async ops")))
        .hasSize(2 + 3)
        .filteredOn(line -> line.matches("v\\d+ .*till .*ReentrantLock.lock .*"))
        .hasSize(3);
    JsonNode json = json("resource " + id);
    assertThat(json.get("resource").get("id").asString()).isEqualTo(id);
    assertThat(json.get("waits").size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void waitsAreShownWithWhoHasThat(String wire) {
    connect(wire);
    assertThat(answer("waits"))
        .startsWith("5 wait for what another has")
        .filteredOn(line -> line.contains(" teller "))
        .hasSize(3);
    assertThat(answer("waits --limit 2"))
        .hasSize(2 + 2)
        .startsWith("the longest 2 waits for what another has; --limit shows more");
    assertThat(json("waits --limit 1").propertyNames())
        .contains("task", "resource", "holder", "waitNanos");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aDeadlockIsAStoryWithBothStacks(String wire) {
    connect(wire);
    assertThat(answer("deadlocks").getFirst())
        .isEqualTo("deadlock of 2: it does not end by itself");
    assertThat(console.lines())
        .filteredOn(line ->
            line.matches(
                "v\\d+ `.*` waits [\\d.]+.?s for r\\d+ \\((ReentrantLock|Object)\\),"
                    + " which v\\d+ `.*` has.*"))
        .hasSize(2);
    assertThat(console.lines())
        .anyMatch(line -> line.startsWith("    io.pickglass.repl.WaitingTasks.accountThenVault("))
        .anyMatch(line -> line.startsWith("    io.pickglass.repl.WaitingTasks.vaultThenAccount("));
    JsonNode json = json("deadlocks");
    assertThat(json.get("endsByItself").asBoolean()).isFalse();
    assertThat(json.get("members").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aTaskTellsForWhatItWaitsAndWhereItsHolderIs(String wire) {
    connect(wire);
    String id = json("tasks --monitor till --limit 1").get("id").asString();
    assertThat(answer("task " + id))
        .anyMatch(line ->
            line.matches(
                id + " `.*` waits .* for r\\d+ \\(ReentrantLock\\), which t\\d+ `teller` has .*"))
        .anyMatch(line -> line.startsWith("  ReentrantLock.lock, called at " + QUEUE))
        .anyMatch(line -> line.startsWith("    " + QUEUE))
        .anyMatch(line -> line.matches("t\\d+ `teller`, which has r\\d+, is here"))
        .anyMatch(line -> line.startsWith("    io.pickglass.repl.WaitingTasks.serve("))
        .noneMatch(line -> line.startsWith("no stack"));
    JsonNode waiting = json("task " + id).get("waiting");
    assertThat(waiting.get("waiting").get("holderName").asString()).isEqualTo("teller");
    assertThat(waiting.get("holderStack").toString()).contains("WaitingTasks.serve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void contentionIsWhatWasSeen(String wire) {
    connect(wire);
    String id = json(TILL).get("id").asString();
    assertThat(answer("contention --for 1ms"))
        .anyMatch(line -> line.matches(id + " +lock .* +[123] +.*s +.*s"));
    assertThat(json("contention --for 1ms --limit 1").get("waitedNanos").asLong()).isPositive();
  }

  @Test
  void explainSaysForWhatMostOfThemWait() {
    connect("JMX");
    Await.until(
        () ->
            answer("explain till").stream()
                .anyMatch(line -> line.contains("now: 3 of its tasks wait for `resource r")),
        () -> "it is said: " + console.lines());
    assertThat(String.join(" ", console.lines()).replaceAll(" +", " "))
        .contains("lock: ReentrantLock.lock, called at " + QUEUE)
        .contains("; it is held by t")
        .contains("`teller`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources --limit -1 | 2 | `--limit -1`: give a number of at least 0",
        "resources --sort waitrs | 2 | ; did you mean `waiters`?",
        "resources --where 'kind = lok' | 2 | `--where kind = lok`, at character ",
        "resource r99999 | 1 | there is no resource \"r99999\": expected the id of one that was listed",
        "resource | 2 | `resource` needs ID: `help resource` explains it",
        "waits --limit 0 | 2 | `--limit 0`: give a number from 1 to 9999",
        "contention --for never | 2 | `never` is no duration",
        "contention --limit 0 | 2 | `--limit 0`: give a number of at least 1",
      })
  void aMistakeIsOneSentenceAndACode(String command, int code, String sentence) {
    for (String target : List.of(Long.toString(watched.pid()), watched.jolokiaUrl())) {
      console.session().connect(target);
      console.errors().clear();
      assertThat(console.run(command)).as(console.errors().toString()).isEqualTo(code);
      assertThat(console.errors()).singleElement().asString().contains(sentence);
      assertThat(console.lines()).isEmpty();
    }
  }

  @Test
  void idsAreCompletedAfterTheyWereListed() {
    connect("JMX");
    String id = json(TILL).get("id").asString();
    Completion completion = new Completion(console.commands());
    assertThat(completion.at("resource "))
        .extracting(Completion.Candidate::value)
        .containsExactly(id);
    assertThat(completion.at("resources --sort "))
        .extracting(Completion.Candidate::value)
        .contains("waiters", "longest");
  }

  @Test
  void anOlderPickglassIsSaidToKnowNothingOfIt() {
    try (Watched older = Watched.startOlder()) {
      for (String target : List.of(Long.toString(older.pid()), older.jolokiaUrl())) {
        console.session().connect(target);
        for (String command :
            List.of("resources", "resource r1", "waits", "deadlocks", "contention")) {
          console.errors().clear();
          assertThat(console.run(command)).isEqualTo(ExitCode.FAILED);
          assertThat(console.errors())
              .singleElement()
              .asString()
              .contains(
                  " cannot tell what its tasks wait for, as its Pickglass is older than that");
        }
      }
    }
  }

  @Test
  void whatIsMissingIsSaidWithTheOptionThatGivesIt() {
    try (Watched half = Watched.start()) {
      console.session().connect(Long.toString(half.pid()));
      String add = ": start the JVM with the agent, or with --add-opens java.base/";
      for (String command : List.of("resources", "deadlocks")) {
        answer(command);
        assertThat(console.notes())
            .containsExactly(
                "where virtual threads wait is not known" + add + "jdk.internal.vm=ALL-UNNAMED",
                "for which monitor a thread waits, and who owns it is not known"
                    + add
                    + "jdk.internal.vm=ALL-UNNAMED",
                "who holds a lock is not known" + add + "java.util.concurrent.locks=ALL-UNNAMED",
                "who waits for the same future or phaser is not known"
                    + add
                    + "java.util.concurrent=ALL-UNNAMED",
                "who waits for which socket is not known" + add + "sun.nio.ch=ALL-UNNAMED");
      }
    }
  }
}
