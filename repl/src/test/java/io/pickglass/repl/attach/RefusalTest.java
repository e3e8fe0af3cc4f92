package io.pickglass.repl.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Home;
import io.pickglass.repl.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the agent cannot be put in: one sentence, and the program goes on as if nobody had come.
 */
@Timeout(120)
class RefusalTest {
  @TempDir private static Path directory;
  private static Path home;

  @BeforeAll
  static void install() {
    home = Home.in(directory);
  }

  private static Result attach(String... arguments) {
    return Child.pickglassOf(
        home, Stream.concat(Stream.of("attach"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static void assertRefused(Plain plain, int code, String sentence) {
    assertThat(attach(plain.pid())).isEqualTo(new Result(code, "", sentence));
    assertThat(plain.startThreads(3)).isEqualTo("3");
    assertThat(plain.end()).isZero();
    assertThat(plain.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grup=class             | the agent has no setting \"grup\": there are group, include",
        "max-monitors=0         | max-monitors=0 is not a number above 0",
        "--jolokia 70000        | --jolokia 70000 is no port: give a number from 1 to 65535",
        "--exporter x           | `attach`: invalid value for option '--exporter': 'x' is not an int",
        "--jolokia 1 --exporter 1 | --jolokia and --exporter cannot both have port 1: give them two",
        "--prot 1               | `attach` has no option `--prot`",
      })
  void whatWasTypedWronglyIsSaidBeforeAnythingIsLookedAt(String words, String sentence) {
    List<String> arguments = new ArrayList<>(List.of("999999999"));
    arguments.addAll(List.of(words.split(" ")));
    Result result = attach(arguments.toArray(String[]::new));
    assertThat(result.err().lines()).singleElement().asString().startsWith(sentence);
    assertThat(result).returns(2, Result::code).returns("", Result::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999999999      | 3 | there is no process 999999999: `jvms` lists the JVMs that run here",
        "nosuchclass    | 3 | no JVM of yours on this machine has `nosuchclass` in the name of its",
        "127.0.0.1:9010 | 2 | `127.0.0.1:9010` is no process of this machine, and only such can be",
        "http://x:8778  | 2 | `http://x:8778/jolokia/` is no process of this machine, and only such",
      })
  void whatIsNoProcess(String process, int code, String sentence) {
    Result result = attach(process);
    assertThat(result.err()).startsWith(sentence);
    assertThat(result).returns(code, Result::code).returns("", Result::out);
  }

  @Test
  void aProcessThatIsNoJvm() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      Result result = attach(Long.toString(process.pid()));
      assertThat(result.err()).endsWith(" is not a JVM: `jvms` lists those that run here");
      assertThat(result.code()).isEqualTo(3);
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aJvmThatCannotBeAttachedToIsNotEvenAsked() {
    for (String perfData : new String[] {"-XX:+UsePerfData", "-XX:-UsePerfData"}) {
      try (Plain plain = Plain.start("-XX:+DisableAttachMechanism", perfData)) {
        assertRefused(
            plain,
            3,
            "process "
                + plain.pid()
                + " was started with -XX:+DisableAttachMechanism, so nobody can attach to it: start"
                + " it with the agent (`pickglass run`, or -javaagent:pickglass-mbeans.jar), or give"
                + " host:port (JMX) or http://host:port/jolokia");
      }
    }
  }

  @Test
  void aJvmThatLoadsNoAgents() {
    try (Plain plain = Plain.start("-XX:-EnableDynamicAgentLoading")) {
      assertRefused(
          plain,
          1,
          "process "
              + plain.pid()
              + " (com.example.PlainProgram) was started with"
              + " -XX:-EnableDynamicAgentLoading, so nothing can be loaded into it: start it with"
              + " the agent, see `pickglass run --help`");
    }
  }

  @Test
  void aJvmThatDoesNotAnswerIsLeftAsItWas() throws Exception {
    try (Plain plain = Plain.start()) {
      signal("STOP", plain);
      assertThat(attach("--timeout", "1s", plain.pid()))
          .isEqualTo(
              new Result(
                  3,
                  "",
                  "process "
                      + plain.pid()
                      + " does not answer: is it stopped, or can it not write to its /tmp?"
                      + " `--timeout 30s` or `set timeout 30s` waits longer"));
      assertThat(Path.of(".attach_pid" + plain.pid())).doesNotExist();
      signal("CONT", plain);
    }
  }

  private static void signal(String name, Plain plain) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, plain.pid()).start().waitFor()).isZero();
  }

  @Test
  void aJvmInAContainer() {
    List<String> command = new ArrayList<>(List.of("unshare", "--pid", "--fork", Child.java()));
    command.addAll(Plain.arguments("0"));
    assumeTrue(canUnshare(), "namespaces cannot be made here");
    try (Plain plain = Plain.start(command)) {
      long pid = plain.process().children().findFirst().orElseThrow().pid();
      assertThat(plain.said().getFirst()).isEqualTo("1");
      assertThat(attach(Long.toString(pid)))
          .isEqualTo(
              new Result(
                  3,
                  "",
                  "process "
                      + pid
                      + " runs in a container, where it is process 1 and does not see our files: run"
                      + " `pickglass attach 1` inside, or start it there with"
                      + " JAVA_TOOL_OPTIONS=-javaagent:/PATH/pickglass-mbeans.jar"));
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }

  private static boolean canUnshare() {
    try {
      Process process = new ProcessBuilder("unshare", "--pid", "--fork", "true").start();
      return process.waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  @Test
  void aJdkThatIsTooOldLoadsNothing(@TempDir Path classes) throws Exception {
    Optional<Path> java = OldJdk.java();
    assumeTrue(java.isPresent(), "there is no older JDK here");
    Path source = classes.resolve("Waits.java");
    Files.writeString(
        source,
        "public class Waits { public static void main(String[] a) throws Exception {"
            + " for (int i = 0; i < 3; i++) System.out.println(i); System.in.read();"
            + " System.out.println(\"the end\"); } }");
    String release = Integer.toString(OldJdk.RELEASE);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", release, source.toString()))
        .isZero();
    List<String> command = List.of(java.get().toString(), "-cp", classes.toString(), "Waits");
    try (Plain plain = Plain.start(command)) {
      Result result = attach(plain.pid());
      assertThat(result.err())
          .matches(
              "process "
                  + plain.pid()
                  + " \\(Waits\\) runs on JDK 17[0-9.]*, and Pickglass needs JDK 25 or newer: nothing"
                  + " was loaded; start it on a newer one");
      assertThat(result).returns(1, Result::code).returns("", Result::out);
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void anInstallationThatIsNotBuilt(@TempDir Path empty) {
    try (Plain plain = Plain.start()) {
      assertThat(Child.pickglassOf(empty, "attach", plain.pid()))
          .isEqualTo(
              new Result(
                  1,
                  "",
                  "the agent is not built (there is no "
                      + empty
                      + "/mbeans/target/pickglass-mbeans.jar): run `mvn package` first"));
      assertThat(Child.pickglass("attach", plain.pid()))
          .isEqualTo(
              new Result(
                  1,
                  "",
                  "the agent is not found: start this console with the script `pickglass` in the"
                      + " project's directory"));
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void thereIsNothingToDetachWhereThereIsNoAgent() {
    try (Plain plain = Plain.start()) {
      assertThat(Child.pickglassOf(home, "detach", "PlainProgram").err())
          .isEqualTo(
              "there is no agent in process "
                  + plain.pid()
                  + " (com.example.PlainProgram): nothing to detach");
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }
}
