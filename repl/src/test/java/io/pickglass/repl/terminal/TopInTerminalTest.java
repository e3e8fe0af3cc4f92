package io.pickglass.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The full screen in a real terminal, typed at by tmux. */
@Timeout(180)
class TopInTerminalTest {
  private static Watched watched;

  @TempDir private Path state;
  private String server = "none";

  @BeforeAll
  static void start() {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tmux"))),
        "tmux is not on the PATH");
    watched = Watched.startWithPools();
  }

  @AfterAll
  static void stop() {
    if (watched != null) {
      watched.close();
    }
  }

  @AfterEach
  void close() {
    tmux("kill-server");
  }

  private void open(String... arguments) {
    server = "pickglass-top-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    List<String> command =
        new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + state, "LANG=C.UTF-8"));
    command.addAll(Child.command());
    command.addAll(List.of(arguments));
    String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        "120",
        "-y",
        "30",
        "echo before; " + line + "; echo ended with $?; cat");
  }

  private String tmux(String... arguments) {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys(String... keys) {
    List<String> command = new ArrayList<>(List.of("send-keys", "--"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  private String screen() {
    return tmux("capture-pane", "-p").stripTrailing();
  }

  private void awaitScreen(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
    Await.until(() -> pattern.matcher(screen()).find(), () -> "no " + regex + " in\n" + screen());
  }

  @Test
  void aPersonLooksAround() {
    open("top", Long.toString(watched.pid()));
    awaitScreen("^process \\d+ +CONNECTED +every 1s +tasks$");
    awaitScreen("^Tasks \\([1-9]\\d*\\) ▶ Running \\(\\d+\\)");
    keys("/", "mail", "Enter");
    awaitScreen("^/mail$");
    awaitScreen("^   (⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Down");
    awaitScreen("^>> (⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Enter");
    awaitScreen("^kind +executor$");
    awaitScreen("^runs now on ");
    keys("Escape");
    awaitScreen("^>> (⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Escape", "b");
    awaitScreen("by location$");
    keys("b", "b");
    awaitScreen("by monitor$");
    awaitScreen("^ +orders +\\d+");
    keys("m");
    awaitScreen("^Monitors \\(3\\)");
    tmux("resize-window", "-x", "50", "-y", "10");
    awaitScreen(
        "^process \\d+ +CONNECTED +every 1s +mon…$|^process \\d+ +CONNECTED +every 1s +monitors$");
    tmux("resize-window", "-x", "120", "-y", "30");
    keys("w");
    awaitScreen("^   mail ");
    keys("r");
    awaitScreen("^Resources \\(\\d+\\)");
    keys("!");
    awaitScreen("^Warnings \\(\\d+\\)");
    keys("Space");
    awaitScreen("PAUSED");
    keys("?");
    awaitScreen("^Keys$");
    keys("q");
    awaitScreen("^before\nended with 0$");
  }

  @Test
  void thePromptIsBackWithItsHistory() {
    open(Long.toString(watched.pid()));
    awaitScreen("process " + watched.pid() + ">$");
    for (String leave : List.of("q", "C-c", "C-d")) {
      keys("top", "Enter");
      awaitScreen("^process \\d+ +CONNECTED");
      keys(leave);
      awaitScreen("^process " + watched.pid() + "> top\n(\\^C)?process " + watched.pid() + ">$");
      keys("C-l");
    }
    keys("Up");
    awaitScreen("process " + watched.pid() + "> top$");
  }

  @Test
  void theTerminalIsGivenBackWhenTheProcessIsToldToEnd() throws IOException {
    open("top", Long.toString(watched.pid()));
    awaitScreen("CONNECTED");
    long shell = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
    ProcessHandle console =
        ProcessHandle.of(shell).orElseThrow().descendants().findFirst().orElseThrow();
    assertThat(console.destroy()).isTrue();
    awaitScreen("^before\nended with 143$");
    assertThat(tmux("display-message", "-p", "#{mouse_any_flag} #{cursor_flag}").strip())
        .isEqualTo("0 1");
  }

  @Test
  void aLostTargetIsSaidAndFoundAgainAndItsOldRowsAreGone() {
    int port = Watched.freePort();
    Watched first = Watched.startAt(port);
    try {
      open("top", first.jolokiaUrl());
      awaitScreen("^http://127.0.0.1:\\d+/jolokia/? +CONNECTED +every 1s +tasks$");
      awaitScreen("^ +v\\d+ +⏹ DONE ");
    } finally {
      first.kill();
    }
    awaitScreen("RECONNECTING IN [1-5] s");
    keys("Down");
    awaitScreen("^>> +v\\d+ +⏹ DONE ");
    try (Watched second = Watched.startAt(port)) {
      awaitScreen("^another process since .*: what was shown of the past one is gone$");
      awaitScreen("CONNECTED");
      second.kill();
      awaitScreen("RECONNECTING IN [1-5] s");
      keys("q");
      awaitScreen("^before\nended with 0$");
    }
  }
}
