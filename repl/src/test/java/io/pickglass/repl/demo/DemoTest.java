package io.pickglass.repl.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class DemoTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private static List<String> command(String... arguments) {
    assumeTrue(
        Files.isRegularFile(HOME.resolve("demo/target/pickglass-demo.jar"))
            && Files.isDirectory(HOME.resolve("demo/target/lib")),
        "the demo is not packaged: `mvn package` does");
    List<String> command = Child.command();
    command.add(1, "-Dpickglass.home=" + HOME);
    command.addAll(List.of("demo", "--port", "0", "--exporter-port", "0"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static long pid(String text) {
    Matcher matcher = Pattern.compile("the demo runs as process (\\d+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  @Test
  void itRunsAnswersAndLeavesNothingBehind() throws Exception {
    Process process =
        new ProcessBuilder(
                command("--jolokia-port", "0", "--output", "json", "-e", "tail http --count 1"))
            .start();
    String out = new String(process.getInputStream().readAllBytes());
    String err = new String(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(err).isZero();
    assertThat(out.lines()).singleElement().asString().startsWith("{\"monitor\":\"http\",");
    assertThat(err).contains("service     http://127.0.0.1:", "JMX         process ");
    assertThat(ProcessHandle.of(pid(err))).isEmpty();
    assertThat(HOME.resolve("demo/target/demo-" + process.pid() + ".log")).doesNotExist();
  }

  @Test
  void itsRuntimesAreThereAndTheSchedulerTellsThatItsCarriersAreHeld() throws Exception {
    Process process =
        new ProcessBuilder(
                command(
                    "--jolokia-port",
                    "0",
                    "--trouble",
                    "carriers",
                    "--output",
                    "json",
                    "-e",
                    "tail virtual-threads --count 12; runtimes; workers connections"))
            .start();
    List<JsonNode> answers;
    try (BufferedReader out = process.inputReader()) {
      answers = out.lines().map(new JsonMapper()::readTree).toList();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(answers).hasSize(12 + 3 + 1);
    assertThat(answers.subList(12, 15))
        .extracting(runtime -> runtime.get("runtime").asString())
        .containsExactly("connections", "doorman", "virtual-threads");
    assertThat(answers.getLast().get("threadName").asString()).isEqualTo("connection-keeper");
    List<JsonNode> intervals = answers.subList(0, 12);
    // Three times in these seconds all carriers are held for a second, at other moments of it each.
    assertThat(intervals).anyMatch(i -> i.get("starvationNanos").asLong() > 200_000_000);
    assertThat(intervals).anyMatch(i -> i.get("queueDepth").asLong() > 10);
    assertThat(intervals)
        .anyMatch(i ->
            i.get("busyRatio").asDouble() > 0.7
                && i.get("cpuNanos").asLong() < i.get("busyNanos").asLong() / 4);
  }

  @Test
  void aPortIsGivenToOneOnly() {
    Ports ports = new Ports();
    int free = Watched.freePort();
    assertThat(ports.choose(free, "Jolokia")).isEqualTo(new Ports.Choice(free, ""));
    Ports.Choice second = ports.choose(free, "the exporter");
    assertThat(second.port()).isNotEqualTo(free);
    assertThat(second.note())
        .isEqualTo(
            "port %d is in use: the exporter listens on 127.0.0.1:%d instead"
                .formatted(free, second.port()));
  }

  @Test
  void aPortInUseIsSaidAndAnotherOneTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Process process =
          new ProcessBuilder(command("--jolokia-port", port, "-e", "monitors")).start();
      String err = new String(process.getErrorStream().readAllBytes());
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(err).isZero();
      assertThat(err)
          .containsPattern(
              "port " + port + " is in use: Jolokia listens on 127.0.0.1:\\d+ instead");
    }
  }

  @Test
  void aConsoleThatIsToldToEndTakesTheDemoWithIt() throws Exception {
    Process process = new ProcessBuilder(command("--jolokia-port", "0", "-e", "tail")).start();
    StringBuilder err = new StringBuilder();
    try (BufferedReader reader = process.errorReader()) {
      String line = reader.readLine();
      while (line != null && !line.contains("JMX ")) {
        err.append(line).append('\n');
        line = reader.readLine();
      }
      long demo = pid(err.toString());
      assertThat(ProcessHandle.of(demo)).isPresent();
      process.destroy(); // SIGTERM
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      Await.until(() -> ProcessHandle.of(demo).isEmpty(), () -> "the demo lives on");
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"--rate, many", "--duration, soon", "--trouble, none"})
  void aWrongOptionOfTheDemoIsItsOwnSentenceAndNothingElse(String option, String value)
      throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Process process =
          new ProcessBuilder(command("--jolokia-port", port, option, value, "-e", "monitors"))
              .start();
      String err = new String(process.getErrorStream().readAllBytes());
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(err).isEqualTo(2);
      assertThat(err.lines()).singleElement().asString().startsWith("`demo`: " + option + " takes");
      assertThat(HOME.resolve("demo/target/demo-" + process.pid() + ".log")).doesNotExist();
    }
  }

  @Test
  void aDemoThatEndsEarlyLeavesItsLastWords(@TempDir Path directory) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "echo starting; echo no luck >&2; exit 7"));
    try (DemoProcess demo = DemoProcess.start(command, directory.resolve("log"))) {
      assertThatThrownBy(demo::awaitReady)
          .hasMessageContaining("the demo ended before it was ready (exit code 7)")
          .hasMessageContaining("starting")
          .hasMessageContaining("no luck");
    }
    assertThat(directory.resolve("log")).content().contains("no luck");
  }

  @Test
  void aDemoThatDoesNotListenIsEndedAllTheSame(@TempDir Path directory) throws IOException {
    List<String> command =
        List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done");
    DemoProcess demo = DemoProcess.start(command, directory.resolve("log"));
    assertThat(demo.awaitReady()).containsExactly("ready");
    assertThat(directory.resolve("log")).exists();
    demo.close();
    assertThat(directory.resolve("log")).doesNotExist();
    Await.until(() -> ProcessHandle.of(demo.pid()).isEmpty(), () -> "it lives on");
  }
}
