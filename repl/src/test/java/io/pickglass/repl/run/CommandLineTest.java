package io.pickglass.repl.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Watched;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process, without a terminal: answers, sentences and exit codes. */
@Timeout(120)
class CommandLineTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Watched watched;
  private static String pid;

  @BeforeAll
  static void start() {
    watched = Watched.start();
    pid = Long.toString(watched.pid());
    Await.until(
        () ->
            Child.pickglass("--output", "json", "-e", "info", pid)
                .out()
                .matches("(?s).*\"lastSequence\":([3-9]|\\d\\d).*"),
        () -> "the sampler does not tick");
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @Test
  void helpAndVersionNeedNoTarget() {
    assertThat(Child.pickglass("--help"))
        .satisfies(r -> assertThat(r.code()).isZero())
        .satisfies(
            r -> assertThat(r.out()).contains("Usage: pickglass", "TARGET", "demo", "Exit codes"));
    assertThat(Child.pickglass("-V").out()).startsWith("pickglass ");
    assertThat(Child.pickglass("-e", "help").lines())
        .anySatisfy(line -> assertThat(line).startsWith("tail "));
    assertThat(Child.pickglass("-e", "help metrics").lines()).contains("pollCount");
    String each =
        "help connect; help info; help monitors; help show; help tail; help diff; help set";
    assertThat(Child.pickglass("-e", each)).returns(0, Result::code).returns("", Result::err);
  }

  @Test
  void severalCommandsRunOneAfterAnother() {
    Result result = Child.pickglass("-e", "monitors; show orders --interval", pid);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).startsWith("since the start");
    assertThat(result.lines().get(1)).startsWith("monitor ").contains("live", "poll", "ready");
    assertThat(result.out()).contains("\norders ", "\nusers.insert ", "\npoll  ");
  }

  @Test
  void monitorsSayOfWhichIntervalTheyAre() {
    Result result = Child.pickglass("-e", "monitors --interval", pid);
    assertThat(result.lines().getFirst()).matches("interval \\d+|intervals \\d+ to \\d+");
  }

  @Test
  void aTailEndsAfterItsCountAndItsLinesAreZipped() {
    Result result = Child.pickglass("-e", "tail orders users.insert --count 2", pid);
    assertThat(result.code()).as(result.err()).isZero();
    List<String> words =
        result.lines().stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .map(w -> w[0] + " " + w[1])
            .toList();
    long first = Long.parseLong(words.getFirst().split(" ")[0]);
    assertThat(words)
        .containsExactly(
            first + " orders",
            first + " users.insert",
            first + 1 + " orders",
            first + 1 + " users.insert");
  }

  @Test
  void jsonIsOneObjectPerLineWithTheNamesOfTheCatalog() {
    Result result =
        Child.pickglass(
            "--output",
            "json",
            "-e",
            "tail orders --last 2 --count 2 --fields pollCount,busyRatio",
            watched.jolokiaUrl());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.lines()).hasSize(2);
    for (String line : result.lines()) {
      JsonNode json = JSON.readTree(line);
      assertThat(json.propertyNames())
          .containsExactly(
              "monitor",
              "sequence",
              "start",
              "elapsedNanos",
              "pollCount",
              "busyRatio",
              "enabled",
              "scope");
      assertThat(json.get("monitor").asString()).isEqualTo("orders");
      assertThat(json.get("pollCount").asLong()).isPositive();
    }
  }

  @Test
  void aDifferenceInJsonAddsUp() {
    Result result = Child.pickglass("--output", "json", "-e", "diff orders -2 -1", pid);
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode json = JSON.readTree(result.out());
    long a = json.get("a").get("pollCount").asLong();
    long b = json.get("b").get("pollCount").asLong();
    assertThat(json.get("monitor").asString()).isEqualTo("orders");
    assertThat(json.get("difference").get("pollCount").asLong()).isEqualTo(b - a);
    assertThat(json.get("b").get("sequence").asLong() - json.get("a").get("sequence").asLong())
        .isEqualTo(1);
  }

  @Test
  void spansFromTheEndAreNoOptions() {
    Result result =
        Child.pickglass("-e", "diff orders -3..-2 -2..-1 --rate; show orders --since -2", pid);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("A = \\d+\\.\\.\\d+ \\(-3\\.\\.-2\\): ")
        .containsPattern("B = \\d+\\.\\.\\d+ \\(-2\\.\\.-1\\): ")
        .contains("last 2 intervals");
  }

  @Test
  void anUnknownMonitorGetsTheNearestOverBothWires() {
    for (String target : List.of(pid, watched.jolokiaUrl())) {
      Result result = Child.pickglass("-e", "show ordesr", target);
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .endsWith(
              "has no monitor or runtime `ordesr`: did you mean `orders`? `monitors` and `runtimes` list all");
    }
  }

  @Test
  void theFirstFailureEndsAllAndSaysSo() {
    Result result = Child.pickglass("-e", "show nope; monitors; monitors", pid);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).endsWith("stopped: `show nope` failed, 2 more not run");
  }

  @Test
  void wrongArgumentsOfTheProgramAreSentencesToo() {
    assertThat(Child.pickglass("--outptu", "json"))
        .isEqualTo(
            new Result(
                2,
                "",
                "`pickglass` has no option `--outptu`: did you mean `--output`? `pickglass --help` explains it"));
    assertThat(Child.pickglass("--timeout", "soon").err())
        .isEqualTo("`soon` is no duration: give one such as 500ms, 5s or 1m30s");
    assertThat(Child.pickglass("monitors").err())
        .isEqualTo(
            "`monitors` is a command of the console, not a target: `pickglass -e 'monitors'` runs it");
    assertThat(Child.pickglass("-f", "/no/such/file").code()).isEqualTo(2);
  }

  @Test
  void aTargetThatIsNotThereIsCodeThreeHoweverItIsNamed() {
    String port = "127.0.0.1:" + Watched.freePort();
    for (String target : List.of(port, "http://" + port, "nosuchclass", "999999999")) {
      Result result = Child.pickglass("-e", "monitors", target);
      assertThat(result.code()).as(target + ": " + result.err()).isEqualTo(3);
    }
    try (Watched second = Watched.start()) {
      Result result = Child.pickglass("-e", "monitors", "WatchedProgram");
      assertThat(result.code()).as(result.err()).isEqualTo(3);
      assertThat(result.err())
          .contains("JVMs have `WatchedProgram` in the name", "" + second.pid());
    }
  }

  @Test
  void aScriptAndAPipeRunLineByLine(@TempDir Path directory) throws IOException {
    Path script = directory.resolve("script");
    Files.writeString(script, "# first\nset timeout 7s\n\nset timeout; monitors\nquit\nnonsense\n");
    Result fromFile = Child.pickglass("-f", script.toString(), pid);
    Result fromPipe = Child.pickglassWithInput(Files.readString(script), pid);
    assertThat(fromFile.code()).as(fromFile.err()).isZero();
    assertThat(fromFile.lines())
        .startsWith("timeout  7s")
        .anyMatch(line -> line.startsWith("orders"));
    assertThat(fromPipe.code()).as(fromPipe.err()).isZero();
    assertThat(fromPipe.lines()).startsWith("timeout  7s");
    assertThat(Child.pickglassWithInput("nonsense\nmonitors\n", pid).code()).isEqualTo(2);
  }

  @Test
  void whereOnlyTasksAreSeenTheReasonIsSaidAndPollsAreLeftOut() {
    try (Watched closed = Watched.startClosed()) {
      String target = Long.toString(closed.pid());
      Result text = Child.pickglass("-e", "monitors", target);
      assertThat(text.code()).as(text.err()).isZero();
      assertThat(text.err()).startsWith("only task counts are known in process " + target);
      assertThat(text.out()).contains("–");
      Result json = Child.pickglass("--output", "json", "-e", "show orders", target);
      assertThat(JSON.readTree(json.out()).propertyNames())
          .contains("instrumentedCount", "liveCount")
          .doesNotContain("pollCount", "busyRatio");
    }
  }

  @Test
  void aTargetThatDiesEndsTheTailWithASentence() throws Exception {
    for (boolean overJmx : new boolean[] {true, false}) {
      Watched mortal = Watched.start();
      List<String> command = Child.command();
      command.addAll(
          List.of(
              "-e", "tail orders", overJmx ? Long.toString(mortal.pid()) : mortal.jolokiaUrl()));
      Process tail = new ProcessBuilder(command).start();
      try (BufferedReader out = tail.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).contains("seq");
        assertThat(out.readLine()).contains("orders");
        mortal.kill();
        assertThat(
                tail.onExit()
                    .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                    .join()
                    .exitValue())
            .isEqualTo(3);
        assertThat(new String(tail.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip())
            .contains("has probably ended");
      } finally {
        tail.destroyForcibly();
        mortal.close();
      }
    }
  }

  @Test
  void whoReadsOnlyTheFirstLinesEndsATail() throws Exception {
    List<String> command = Child.command();
    command.addAll(List.of("-e", "tail orders --last 3", pid));
    Process tail = new ProcessBuilder(command).start();
    BufferedReader out = tail.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).contains("seq");
    out.close();
    assertThat(tail.waitFor(Duration.ofSeconds(30))).isTrue();
    assertThat(tail.exitValue()).isZero();
  }
}
