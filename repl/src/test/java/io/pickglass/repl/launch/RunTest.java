package io.pickglass.repl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Home;
import io.pickglass.repl.Plain;
import io.pickglass.repl.Watched;
import io.pickglass.repl.attach.OldJdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pickglass run}, by the part of the script that does it. */
@Timeout(120)
class RunTest {
  private static final Path SCRIPT = Path.of("../bin/run-program.sh").toAbsolutePath().normalize();

  @TempDir private static Path directory;
  private static Path home;

  @BeforeAll
  static void install() {
    home = Home.in(directory);
  }

  /** As the script starts it: {@code pickglass run WORDS}. */
  private static List<String> run(List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of("bash", "-c", "set -u; . '" + SCRIPT + "'; run_program \"$@\"", "_"));
    command.addAll(Child.command(home, "run"));
    command.addAll(words);
    return command;
  }

  private static List<String> words(List<String> ours, String java, String... arguments) {
    List<String> words = new ArrayList<>(ours);
    words.addAll(List.of("--", java, "-XX:+UseSerialGC"));
    words.addAll(Plain.arguments(arguments));
    return words;
  }

  private static String agent(String options) {
    return "-javaagent:" + home.resolve("mbeans/target/pickglass-mbeans.jar") + options;
  }

  @Test
  void itIsTheProgramWithItsArgumentsInputOutputAndExitCode() {
    String[] arguments = {"7", "a b", "", "*", "--", "x\ny", "\"$(id)' \\"};
    try (Plain plain = Plain.start(run(words(List.of("group=class"), Child.java(), arguments)))) {
      assertThat(plain.said().getFirst()).isEqualTo(plain.pid());
      assertThat(plain.said().get(1) + "\n" + plain.said().get(2))
          .isEqualTo(Arrays.toString(arguments));
      assertThat(plain.readLine()).isEqualTo("[" + agent("=group=class") + ", -XX:+UseSerialGC]");
      assertThat(plain.startThreads(12)).isEqualTo("12");
      Await.until(
          () ->
              Child.pickglass("--output", "json", "-e", "show PlainProgram.Job", plain.pid())
                  .out()
                  .contains("\"endedCount\":12,"),
          () -> "the monitor does not show the threads");
      assertThat(plain.end()).isEqualTo(7);
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void whoTellsItToEndTellsTheProgram() {
    try (Plain plain = Plain.start(run(words(List.of(), Child.java(), "0")))) {
      plain.process().toHandle().destroy(); // SIGTERM
      assertThat(plain.readLine()).isEqualTo("the end");
      assertThat(Child.await(plain.process())).isEqualTo(128 + 15);
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void theOtherAgentsComeWithTheirConfiguration() {
    assumeTrue(Home.hasWires(), "the agents of others are not fetched: `mvn package` does");
    int jolokia = Watched.freePort();
    int exporter = Watched.freePort();
    List<String> ours = List.of("--jolokia", "" + jolokia, "--exporter=" + exporter);
    List<String> command = Child.command(home, "run", "--java=" + Child.java());
    command.addAll(ours);
    assertThat(Child.run("", command))
        .isEqualTo(
            new Result(
                0,
                String.join(
                    "\n",
                    agent(""),
                    "-Dsun.net.httpserver.nodelay=true",
                    "-javaagent:HOME/target/agents/jolokia-agent.jar=port=PORT,config=HOME/config/jolokia.properties,policyLocation=file:HOME/config/jolokia-access.xml,logHandlerClass=org.jolokia.server.core.service.impl.QuietLogHandler"
                        .replace("HOME", home + "/jolokia-config")
                        .replace("PORT", "" + jolokia),
                    "-javaagent:HOME/target/agents/jmx-exporter.jar=127.0.0.1:PORT:HOME/config/jmx-exporter.yaml\n"
                        .replace("HOME", home + "/jolokia-config")
                        .replace("PORT", "" + exporter)),
                ""));
  }

  @Test
  void aPortInUseIsSaidAndTheProgramRunsWithoutThatAgent() throws IOException {
    assumeTrue(Home.hasWires(), "the agents of others are not fetched: `mvn package` does");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      List<String> words = words(List.of("--exporter", port), Child.java(), "0");
      try (Plain plain = Plain.start(run(words))) {
        assertThat(plain.said().getLast()).isEqualTo("[" + agent("") + ", -XX:+UseSerialGC]");
        assertThat(plain.end()).isZero();
        assertThat(plain.errors())
            .isEqualTo(
                "pickglass: port "
                    + port
                    + " of 127.0.0.1 is in use: give another one for the exporter: the program runs"
                    + " without it\n");
      }
    }
  }

  @Test
  void onAnOlderJavaTheProgramRunsWithout() {
    String java = OldJdk.java().map(Path::toString).orElse("");
    assumeTrue(!java.isEmpty(), "there is no older JDK here");
    Result result = Child.run("", run(List.of("--jolokia", "1", "--", java, "-version")));
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList().getFirst())
        .isEqualTo(
            "pickglass: %s is Java 17, and Pickglass needs 25 or newer: the program runs without it"
                .formatted(java));
    assertThat(result.err().lines().toList().get(1)).contains("version \"17.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grup=class -- java -version      | the agent has no setting \"grup\": there are group,",
        "--jolokia 0 -- java -version     | --jolokia 0 is no port: give a number from 1 to 65535",
        "--prot 1 -- java -version        | `run` has no option `--prot`",
        "-- mvn test                      | `run` starts java itself, not `mvn`: give -- and the",
        "-- /no/such/java -version        | there is no program `/no/such/java`: give -- and the",
        "--                               | `run` starts java itself, not ``: give -- and the",
      })
  void whatWasTypedWronglyIsSaidAndNothingRuns(String words, String sentence) {
    Result result = Child.run("", run(List.of(words.split(" "))));
    assertThat(result.err().lines()).singleElement().asString().startsWith(sentence);
    assertThat(result).returns(2, Result::code).returns("", Result::out);
  }

  @Test
  void withoutAProgramItSaysHowAndHelpIsHelp() {
    assertThat(Child.pickglassOf(home, "run", "group=class"))
        .isEqualTo(
            new Result(
                2,
                "",
                "`run` starts a program: give -- and the command that starts the program, such as"
                    + " `pickglass run -- java -jar app.jar`"));
    for (List<String> command :
        List.of(
            Child.command(home, "run", "--help"),
            run(List.of("--help", "--", Child.java(), "-version")))) {
      Result help = Child.run("", command);
      assertThat(help.out()).startsWith("Usage: pickglass run [SETTING...]");
      assertThat(help).returns(0, Result::code).returns("", Result::err);
    }
  }

  @Test
  void aConsoleThatFailsDoesNotStopTheProgram() {
    List<String> command = new ArrayList<>(run(List.of("--", Child.java(), "-version")));
    command.set(4, "false");
    Result result = Child.run("", command);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .startsWith("pickglass: its console failed (1): the program runs without it\n")
        .contains("version \"");
  }
}
