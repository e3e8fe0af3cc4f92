package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two stretches of a program that does the same all the time. */
@Timeout(120)
class DiffTest {
  @TempDir private static Path state;
  private static Watched watched;
  private final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.start();
    Console first = new Console();
    first.session().connect(Long.toString(watched.pid()));
    assertThat(first.run("tail orders --count 4 --fields pollCount")).isZero();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  /** With a directory of its own for baselines. */
  private static Child.Result pickglass(String commands) {
    List<String> command = new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + state));
    command.addAll(Child.command());
    command.addAll(List.of("-e", commands, Long.toString(watched.pid())));
    return Child.run("", command);
  }

  private List<String> lines(String command) {
    console.session().connect(Long.toString(watched.pid()));
    assertThat(console.run(command)).as(console.errors().toString()).isZero();
    return console.lines();
  }

  @Test
  void twoMonitorsAreComparedInTheSameTime() {
    List<String> lines = lines("diff orders -2..-1 --against users.insert");
    assertThat(lines.get(0)).matches("A = orders \\d+\\.\\.\\d+ \\(-2\\.\\.-1\\): .*");
    assertThat(lines.get(1)).matches("B = users.insert \\d+\\.\\.\\d+ \\(-2\\.\\.-1\\): .*");
    assertThat(lines).anyMatch(line -> line.startsWith("idleCount "));
    assertThat(console.run("diff orders --against virtual-threads")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors().getLast()).contains("no metrics in common");
  }

  @Test
  void twoTargetsAreComparedAndTheSecondMayBeARecording() {
    String file = state + File.separator + "other.ndjson";
    lines("record " + file + " --for 100ms");
    console.lines().clear();
    List<String> lines = lines("diff orders -1 --target " + file);
    assertThat(lines.get(0)).startsWith("A = process " + watched.pid());
    assertThat(lines.get(1)).startsWith("B = other.ndjson ");
  }

  @Test
  void nowIsComparedWithABaselineThatOutlivesTheConsole() {
    assertThat(pickglass("baseline save before --last 2").err())
        .isEqualTo(
            "kept the last 2 intervals as `before`: `diff NAME --baseline before` compares with them");
    Child.Result diff = pickglass("baseline list; diff orders --baseline before");
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.lines().get(0)).endsWith("Z  before");
    assertThat(diff.lines().get(1)).startsWith("A = baseline before ");
    assertThat(diff.lines().get(2)).startsWith("B = now ");
    Child.Result missing = pickglass("diff orders --baseline befor");
    assertThat(missing.code()).isEqualTo(ExitCode.FAILED);
    assertThat(missing.err())
        .isEqualTo(
            "there is no baseline `befor`: did you mean `before`? `baseline list` shows all, `baseline save befor` makes it");
    assertThat(pickglass("baseline delete before; baseline list").out()).isEmpty();
    assertThat(pickglass("baseline save ../x").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void eachIntervalIsComparedWithThatBeforeIt() {
    List<String> lines = lines("diff orders --follow --count 2 --all");
    assertThat(lines.stream().filter(line -> line.matches("interval \\d+ against \\d+")).count())
        .isEqualTo(2);
    assertThat(lines).anyMatch(line -> line.startsWith("idleNanos "));
  }
}
