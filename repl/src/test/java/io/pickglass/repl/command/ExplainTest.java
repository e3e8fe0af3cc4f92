package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What explain says of real processes, on every wire. That it says the right thing: in the demo.
 */
@Timeout(120)
class ExplainTest {
  private final Console console = new Console();

  @AfterEach
  void disconnect() {
    console.session().close();
  }

  private List<String> answer(String command) {
    console.lines().clear();
    console.notes().clear();
    assertThat(console.run(command)).as(console.errors().toString()).isZero();
    return console.lines();
  }

  private void connect(String target, long intervals) {
    console.session().connect(target);
    Await.until(
        () -> console.session().target().describe().lastSequence() >= intervals,
        () -> "the sampler does not tick");
  }

  @Test
  void everyQuestionIsAnsweredOnEveryWire() {
    try (Watched watched = Watched.startWithPools()) {
      for (String target : List.of(Long.toString(watched.pid()), watched.jolokiaUrl())) {
        connect(target, 3);
        assertThat(answer("explain orders"))
            .filteredOn(line -> line.matches("\\d\\. .*\\? (yes|no|cannot be told)"))
            .hasSize(6);
        assertThat(console.lines().getFirst())
            .matches("orders, the last \\d+s \\(\\d+ intervals\\)");
        assertThat(console.lines()).anyMatch(line -> line.startsWith("Next: "));
        assertThat(answer("explain runtime:mail").getFirst()).startsWith("mail, the last ");
        // One thread of two is held, so the pool is not full.
        assertThat(console.lines()).contains("6. Are the threads that run it taken? no");
        assertThat(answer("explain monitor:mail")).isNotEmpty();
        assertThat(console.notes())
            .containsExactly(
                "little has happened in the last minute: these numbers are since the start");
        JsonNode json = new JsonMapper().readTree(answer("set output json; explain").getFirst());
        assertThat(json.propertyNames())
            .containsExactly("monitor", "span", "findings", "reason", "meaning", "next");
        assertThat(json.get("findings").size()).isEqualTo(6);
        answer("set output text");
      }
    }
  }

  @Test
  void aMonitorThatIsOffIsSaidToBe() {
    try (Watched watched = Watched.start()) {
      connect(Long.toString(watched.pid()), 1);
      assertThat(answer("set orders enabled=off; explain orders"))
          .contains("`orders` is off, so it does not see new tasks.")
          .contains("Next: `set orders enabled=on`.");
    }
  }

  @Test
  void wherePollsAreNotSeenTheQuestionsCannotBeAnswered() {
    try (Watched closed = Watched.startClosed()) {
      connect(Long.toString(closed.pid()), 1);
      assertThat(answer("explain orders"))
          .contains("1. Is the task waiting for something? cannot be told")
          .contains("5. Does the monitor not see it? yes")
          .anyMatch(line -> line.startsWith("   the tracking mode is TASK: "));
    }
  }

  @Test
  void anOlderPickglassHasNoRuntimesOrTasksAndTheRestIsExplained() {
    try (Watched older = Watched.startOlder()) {
      for (String target : List.of(Long.toString(older.pid()), older.jolokiaUrl())) {
        connect(target, 3);
        assertThat(answer("explain orders"))
            .contains("6. Are the threads that run it taken? cannot be told")
            .filteredOn(line -> line.matches("\\d\\. .*\\? (yes|no|cannot be told)"))
            .hasSize(6);
      }
    }
  }
}
