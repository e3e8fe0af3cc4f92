package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program is recorded once; then the recording is looked at. */
@Timeout(180)
class RecordTest {
  @TempDir private static Path directory;
  private static Watched watched;
  private static Path file;
  private Console console;

  @BeforeAll
  static void record() {
    watched = Watched.startWithPools();
    file = directory.resolve("a recording.ndjson");
    Console recorder = new Console();
    recorder.session().connect(watched.jolokiaUrl());
    assertThat(recorder.run("record '" + file + "' --for 5s --every 1s"))
        .as(recorder.errors().toString())
        .isZero();
    assertThat(recorder.notes())
        .singleElement()
        .asString()
        .matches("recorded \\d+ intervals of 3 monitors and 3 runtimes in \\d+s, .*: `replay .*");
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @BeforeEach
  void open() {
    console = new Console();
  }

  private String answer(String command) {
    console.lines().clear();
    console.notes().clear();
    assertThat(console.run(command)).as(command + " " + console.errors()).isZero();
    return String.join("\n", console.lines());
  }

  @Test
  void everyCommandThatAsksWorksOnARecording() {
    answer("replay '" + file + "'");
    assertThat(console.notes())
        .singleElement()
        .asString()
        .containsPattern(
            "^a recording.ndjson: \\d+s of http://127.0.0.1:\\d+/jolokia/ \\(Pickglass .*\\), from .* to .*; 3 monitors, 3 runtimes$");
    assertThat(answer("monitors")).contains("orders", "users.insert", "mail");
    assertThat(answer("runtimes")).contains("virtual-threads", "images", "mail");
    assertThat(answer("info")).contains("EXACT");
    assertThat(answer("show orders")).contains("scheduled waits");
    assertThat(answer("show orders --interval")).contains("to first poll");
    assertThat(answer("diff orders -2 -1")).contains("pollCount");
    assertThat(answer("workers runtime:mail")).contains("Thread-");
    assertThat(answer("tasks --state busy")).contains("mail", "▶ BUSY");
    assertThat(answer("tasks --group-by monitor --where 'busy > 0ns and not name ~ x*z'"))
        .contains("orders");
    assertThat(answer("task x1")).contains("WatchedProgram.addPools");
    assertThat(answer("explain orders")).isNotEmpty();
    assertThat(answer("warnings")).contains("long-poll", "x1");
    assertThat(answer("warnings --rules")).contains("starvation");
  }

  @Test
  void aTailShowsAllOfItAndEnds() {
    answer("replay '" + file + "'");
    List<String> lines = answer("tail orders users.insert").lines().toList();
    assertThat(lines).hasSizeGreaterThan(2 * 4);
    assertThat(console.notes())
        .containsExactly("there is no more in the recording up to this moment");
  }

  @Test
  void atAMomentWhatCameLaterIsNotThere() {
    answer("connect '" + file + "'");
    long last = sequence(answer("set output json; show orders --interval"));
    String at = answer("at -2s");
    assertThat(at).contains("\"recording\":\"a recording.ndjson\"");
    long then = sequence(answer("show orders --interval"));
    assertThat(then).isBetween(last - 3, last - 1);
    assertThat(at).contains("\"lastSequence\":" + then);
    assertThat(sequence(answer("at end; show orders --interval"))).isEqualTo(last);
    assertThat(console.run("at 2020-01-01T00:00:00Z")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("at noon")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors().getLast())
        .isEqualTo(
            "`noon` is no time: give 10:31:05 (UTC), 2026-01-02T10:31:05Z, +90s, -90s, begin or end");
  }

  private static long sequence(String json) {
    return Long.parseLong(
        json.lines().toList().getLast().replaceAll(".*\"sequence\":(\\d+).*", "$1"));
  }

  @Test
  void whatCannotBeIsSaid() {
    answer("replay '" + file + "'");
    assertThat(console.run("set orders enabled=off")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.run("show ordesr")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("task v99999999")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("record '" + file + "'")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("replay nowhere.ndjson")).isEqualTo(ExitCode.USAGE);
    assertThat(console.errors())
        .containsExactly(
            "a recording.ndjson is a recording, in which nothing can be changed: connect to what runs",
            "a recording.ndjson has no monitor or runtime `ordesr`: did you mean `orders`? `monitors` and `runtimes` list all",
            "there is no task `v99999999` in the recording at that moment: `tasks` lists those that are",
            "a recording.ndjson is a recording itself: copy the file instead",
            "there is no file `nowhere.ndjson`: give one that `record` has written");
  }

  @Test
  void aRecorderThatIsKilledLeavesAllUpToItsLastLine() throws IOException {
    Path killed = directory.resolve("killed.ndjson");
    List<String> command = new ArrayList<>(Child.command());
    command.addAll(Arrays.asList("-e", "record '" + killed + "'", Long.toString(watched.pid())));
    Process recorder = new ProcessBuilder(command).start();
    Await.until(() -> intervals(killed) > 9, () -> "nothing is recorded");
    recorder.destroyForcibly();
    Child.await(recorder);
    answer("replay '" + killed + "'");
    assertThat(console.notes().get(1)).contains("recorder was killed");
    assertThat(answer("tail orders --fields pollCount").lines().count()).isGreaterThan(1);
  }

  private static long intervals(Path file) {
    try {
      return Files.readString(file).split("\"interval\"", -1).length - 1;
    } catch (IOException e) {
      return 0; // not there yet
    }
  }
}
