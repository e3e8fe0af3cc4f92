package io.pickglass.repl.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Explain names what goes wrong in the demo, and nothing where nothing does. */
@Timeout(240)
class ExplainDemoTest {
  // What a start takes on a loaded machine is told for a minute.
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lock | explain | users.route | waits | the tasks of `users.route` wait ",
        "cpu | explain root | root | computes | polls of `root` take ",
        "carriers | explain http | http | ready | and the carriers of `virtual-threads` are blocked",
        "restless | explain root | root | many | the tasks of `root` yield in a loop",
        "unwatched,lock | explain users.route | users.route | unseen | wait in their only poll, which nobody sees",
        "unwatched | explain http | http | unseen | `http` has had no task in ",
        "doorman | explain users.insert | users.insert | taken | the pool `doorman` is too small",
      })
  void theTroubleIsNamed(
      String trouble, String command, String monitor, String reason, String meaning)
      throws Exception {
    Process demo = start("--trouble", trouble);
    try {
      awaitExplanation(
          pid(demo),
          command,
          answer ->
              answer.get("monitor").asString().equals(monitor)
                  && answer.get("reason").asString().equals(reason)
                  && answer.get("meaning").asString().contains(meaning));
    } finally {
      end(demo);
    }
  }

  @Test
  void aServiceThatIsWellIsSaidToBe() throws Exception {
    Process demo = start();
    try {
      String pid = pid(demo);
      for (String command : List.of("explain", "explain http", "explain users.insert")) {
        awaitExplanation(pid, command, answer -> answer.get("reason").asString().equals("none"));
      }
    } finally {
      end(demo);
    }
  }

  @Test
  void whatIsWaitedForIsNamedWithWhereAndWhoHasIt() throws Exception {
    Process demo = start("--trouble", "lock,deadlock");
    try {
      String pid = pid(demo);
      awaitExplanation(
          pid,
          "explain users.route",
          answer ->
              answer
                  .get("findings")
                  .get(0)
                  .get("evidence")
                  .toString()
                  .matches(
                      ".*of its tasks wait for `resource r\\d+`, lock:"
                          + " ReentrantLock.lockInterruptibly, called at [^;]*LockTrouble.pass[^;]*;"
                          + " it is held by v.*"));
      awaitExplanation(pid, "deadlocks", answer -> answer.get("members").size() == 2);
    } finally {
      end(demo);
    }
  }

  private interface Expected {
    boolean is(JsonNode answer);
  }

  private static void awaitExplanation(String pid, String command, Expected expected) {
    AtomicReference<Child.Result> last = new AtomicReference<>(new Child.Result(1, "", ""));
    Await.until(
        PATIENCE,
        () -> {
          last.set(Child.pickglass("--output", "json", "-e", command, pid));
          return last.get().code() == 0 && expected.is(new JsonMapper().readTree(last.get().out()));
        },
        () -> "in the end it was said: " + last.get());
  }

  private static Process start(String... options) throws IOException {
    assumeTrue(
        Files.isRegularFile(HOME.resolve("demo/target/pickglass-demo.jar"))
            && Files.isDirectory(HOME.resolve("demo/target/lib")),
        "the demo is not packaged: `mvn package` does");
    List<String> arguments = new ArrayList<>(List.of("demo", "--port", "0"));
    arguments.addAll(List.of("--exporter-port", "0", "--jolokia-port", "0"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-e", "tail http"));
    return new ProcessBuilder(Child.command(HOME, arguments.toArray(String[]::new)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String pid(Process console) throws IOException {
    BufferedReader said = console.errorReader();
    StringBuilder all = new StringBuilder();
    String line = said.readLine();
    while (line != null && !line.contains("JMX ")) {
      all.append(line).append('\n');
      line = said.readLine();
    }
    Matcher pid = Pattern.compile("the demo runs as process (\\d+)").matcher(all);
    assertThat(pid.find()).as(all.toString()).isTrue();
    return pid.group(1);
  }

  /** The demo ends with its console. */
  private static void end(Process console) throws InterruptedException {
    console.destroy();
    assertThat(console.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
