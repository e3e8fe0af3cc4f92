package io.pickglass.repl.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Home;
import io.pickglass.repl.Plain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agent is put into a program that knows nothing of it, as its user does it. */
@Timeout(120)
class AttachTest {
  private static final String SEEN =
      "tracking mode EXACT: the self-check has seen every poll of a thread with a known script";
  private static final String DEFAULTS = "group=site,max-monitors=1000";

  @TempDir private static Path directory;
  private static Path home;

  @BeforeAll
  static void install() {
    home = Home.in(directory);
  }

  private static Result pickglass(String... arguments) {
    return Child.pickglassOf(home, arguments);
  }

  private static JsonNode json(String... arguments) {
    Result result = pickglass(arguments);
    assertThat(result.code()).as(result.err()).isZero();
    return new JsonMapper().readTree(result.out());
  }

  private static String withoutTime(Result result) {
    return result.out().replaceAll("\\d+ ms", "N ms");
  }

  private static String announced(Plain plain) {
    return "loading into process "
        + plain.pid()
        + " (com.example.PlainProgram): its JVM prints four warnings of its own for each agent"
        + " (JEP 451), to its standard error; -XX:+EnableDynamicAgentLoading at its start prevents"
        + " them\nvirtual threads that were alive before are not watched";
  }

  private static String threads(Plain plain, String monitor) {
    // Its MBean comes with the next interval.
    Await.until(
        () -> pickglass("-e", "show " + monitor, plain.pid()).code() == 0,
        () -> "there is no " + monitor);
    JsonNode json = json("--output", "json", "-e", "show " + monitor, plain.pid());
    return json.get("endedCount") + " ended, " + json.get("pollCount") + " polls";
  }

  @Test
  void itComesChangesGoesAndComesAgain() {
    try (Plain plain = Plain.start()) {
      String name = "process " + plain.pid() + " (com.example.PlainProgram)";
      plain.startThreads(5);

      Result first = pickglass("attach", plain.pid());
      assertThat(first.err()).isEqualTo(announced(plain));
      assertThat(withoutTime(first))
          .isEqualTo("the agent is in " + name + " after N ms: " + DEFAULTS + "\n" + SEEN + "\n");
      assertThat(first.code()).isZero();
      assertThat(pickglass("-e", "monitors", plain.pid()).out())
          .isEqualTo("no monitors yet: the agent has seen no task begin that it is to watch\n");
      plain.startThreads(10);
      assertThat(threads(plain, "PlainProgram.Job")).isEqualTo("10 ended, 20 polls");
      assertThat(pickglass("-e", "show PlainProgram.Job", plain.pid()).out())
          .contains("\nstarted at com.example.PlainProgram.answer(PlainProgram.java:45)\n");

      assertThat(pickglass("attach", plain.pid()))
          .isEqualTo(
              new Result(
                  0,
                  "the agent is in "
                      + name
                      + " already, unchanged: "
                      + DEFAULTS
                      + "\n"
                      + SEEN
                      + "\n",
                  ""));
      assertThat(pickglass("attach", plain.pid(), "group=none,exclude=a.*", "max-monitors=7"))
          .isEqualTo(
              new Result(
                  0,
                  "the agent in "
                      + name
                      + " goes on with group=none,exclude=a.*,max-monitors=7 instead of "
                      + DEFAULTS
                      + "\n"
                      + SEEN
                      + "\n",
                  ""));
      plain.startThreads(3);
      assertThat(threads(plain, "all")).isEqualTo("3 ended, 6 polls");

      assertThat(pickglass("detach", plain.pid()))
          .isEqualTo(
              new Result(
                  0,
                  "the agent has left process "
                      + plain.pid()
                      + ": with it, the MBeans have gone; threads under way end as they would\n",
                  ""));
      assertThat(pickglass("detach", plain.pid()))
          .isEqualTo(new Result(1, "", "there is no agent in " + name + ": nothing to detach"));
      plain.startThreads(100);

      Result again = pickglass("attach", plain.pid(), "group=class");
      assertThat(again.code()).as(again.err()).isZero();
      plain.startThreads(2);
      assertThat(threads(plain, "PlainProgram.Job")).isEqualTo("12 ended, 24 polls");
      assertThat(plain.end()).isZero();
      assertThat(plain.errors().lines())
          .hasSize(2 * 4)
          .allMatch(line -> line.startsWith("WARNING"));
    }
  }

  private static List<String> tasks(Plain plain) {
    List<String> rows = new ArrayList<>();
    String tasks = "tasks --sort name";
    for (String line : pickglass("--output", "json", "-e", tasks, plain.pid()).lines()) {
      JsonNode row = new JsonMapper().readTree(line);
      rows.add(
          String.join(
              " ",
              row.get("kind").asString(),
              row.get("state").asString(),
              row.get("name").asString(),
              row.has("totalNanos") ? "timed" : "without"));
    }
    return rows;
  }

  @Test
  void threadsThatWereAliveBeforeAreListedWithoutTimesUntilTheyEnd() {
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading")) {
      plain.ask("park");
      plain.ask("park");
      assertThat(pickglass("attach", plain.pid()).code()).isZero();
      plain.ask("park");
      List<String> all =
          List.of(
              "untimed idle parked-0 without",
              "untimed idle parked-1 without",
              "virtual idle parked-2 timed");
      Await.until(() -> tasks(plain).equals(all), () -> "not " + all + ": " + tasks(plain));
      assertThat(pickglass("-e", "tasks --name parked-0", plain.pid()).lines())
          .last(InstanceOfAssertFactories.STRING)
          .matches("u\\d+ +\\S+ IDLE +parked-0 +untimed( +[–-])+ *");
      plain.ask("release");
      Await.until(
          () -> tasks(plain).stream().noneMatch(row -> row.startsWith("untimed")),
          () -> "still there: " + tasks(plain));
      assertThat(plain.end()).isZero();
    }
  }

  @Test
  void nobodyIsToldWhereTheJvmSaysNothing() {
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading")) {
      Result result = pickglass("attach", plain.pid());
      assertThat(result.err()).isEqualTo("virtual threads that were alive before are not watched");
      assertThat(result.code()).isZero();
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void forProgramsItIsOneObject() {
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading")) {
      JsonNode attached = json("attach", "--output", "json", plain.pid());
      assertThat(attached.propertyNames())
          .containsExactly(
              "pid",
              "jdk",
              "result",
              "agentOptions",
              "loadMillis",
              "trackingMode",
              "trackingModeReason");
      assertThat(attached.get("result").asString()).isEqualTo("attached");
      JsonNode changed = json("attach", plain.pid(), "group=name", "--output", "json");
      assertThat(changed.get("result").asString()).isEqualTo("changed");
      assertThat(changed.get("oldAgentOptions").asString()).isEqualTo(DEFAULTS);
      JsonNode unchanged = json("attach", plain.pid(), "group=name", "--output", "json");
      assertThat(unchanged.get("result").asString()).isEqualTo("unchanged");
      assertThat(unchanged.propertyNames()).doesNotContain("oldAgentOptions", "loadMillis");
      assertThat(pickglass("detach", plain.pid(), "--output", "json").out())
          .isEqualTo(
              "{\"target\":\"process %s\",\"result\":\"detached\",\"pickglass\":false}\n"
                  .formatted(plain.pid()));
    }
  }

  @Test
  void theConsoleIsConnectedToWhatItHasAttachedTo() {
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading")) {
      Result result =
          Child.pickglassOfWithInput(
              home,
              "attach %s group=class\nset output json; info; jvms; detach\nmonitors\n"
                  .formatted(plain.pid()));
      assertThat(result.code()).isEqualTo(3);
      List<String> lines = result.lines();
      assertThat(lines.get(2))
          .startsWith("{\"target\":\"process " + plain.pid() + "\",")
          .contains("\"agentOptions\":\"group=class,max-monitors=1000\"");
      assertThat(lines)
          .contains(
              "{\"pid\":%s,\"program\":\"com.example.PlainProgram\",\"jdk\":\"%s\",\"pickglass\":true,\"trackingMode\":\"EXACT\",\"agentOptions\":\"group=class,max-monitors=1000\"}"
                  .formatted(plain.pid(), System.getProperty("java.version")));
      assertThat(result.err())
          .endsWith("http://host:port/jolokia, or the file of a recording")
          .contains("\nnot connected: ");
    }
  }

  @Test
  void aLibraryThatWasUsedBeforeStaysAsItWasAndSaysWhy() {
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading", "-Dlibrary=true")) {
      Result attached = pickglass("attach", plain.pid());
      assertThat(attached.lines().getLast())
          .startsWith("tracking mode TASK: ")
          .contains("java.lang");
      assertThat(attached.err())
          .isEqualTo(
              "virtual threads that were alive before are not watched\n"
                  + "the library was used there before the agent opened java.lang, and stays in"
                  + " tracking mode TASK: start the program with the agent to see its polls");
      assertThat(attached.code()).isZero();
      assertThat(pickglass("detach", plain.pid()).out())
          .isEqualTo(
              "the agent has left process "
                  + plain.pid()
                  + ": what the program watches itself goes on\n");
      assertThat(pickglass("detach", plain.pid()))
          .isEqualTo(
              new Result(
                  1, "", "there is no agent in process " + plain.pid() + ": nothing to detach"));
    }
  }
}
