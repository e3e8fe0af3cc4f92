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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real terminal, typed at by tmux. */
@Timeout(120)
class ReplInTerminalTest {
  private static Watched watched;

  @TempDir private Path state;
  private String server;

  @BeforeAll
  static void start() {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tmux"))),
        "tmux is not on the PATH");
    watched = Watched.start();
  }

  @AfterAll
  static void stop() {
    if (watched != null) {
      watched.close();
    }
  }

  @BeforeEach
  void open() {
    open(Long.toString(watched.pid()));
  }

  @AfterEach
  void close() {
    tmux("kill-server");
  }

  private void open(String... arguments) {
    // A new name each time: a server that is being killed still answers for a moment.
    server = "pickglass-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
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
        "100",
        "-y",
        "60",
        line + "; echo ended with $?; cat");
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

  private String prompt() {
    return "process " + watched.pid() + ">";
  }

  @Test
  void commandsAndMonitorsAreCompletedAndRun() {
    awaitScreen("tracking mode EXACT.*\n" + prompt() + "$");
    keys("moni", "Tab");
    awaitScreen(prompt() + " monitors$");
    keys("Enter");
    awaitScreen("^orders .*%.*\n(.*\n)*" + prompt() + "$");
    keys("show user", "Tab");
    awaitScreen(prompt() + " show users.insert$");
    keys("--int", "Tab", "Enter");
    awaitScreen("^users.insert, interval \\d+: ");
    keys("C-l", "tail orders --fields slowPollC", "Tab", " --count 1", "Enter");
    awaitScreen("seq  monitor  slowPollCount\n +\\d+  orders +\\d+\n" + prompt() + "$");
  }

  @Test
  void aTailSaysWhatItWaitsForAndFollowsTheWidthOfTheTerminal() {
    awaitScreen(prompt() + "$");
    keys("tail orders", "Enter");
    awaitScreen("^ +\\d+  orders .*\nwaiting for interval \\d+$");
    tmux("resize-window", "-x", "40", "-y", "60");
    awaitScreen("^ +seq  monitor .*\n +\\d+  orders .*\nwaiting for interval \\d+$");
    keys("C-c");
    awaitScreen("^" + prompt() + "$");
    keys("C-l", "plot pollCount orders --last 3", "Enter");
    awaitScreen("^ *0 └─+$");
  }

  @Test
  void ctrlCEndsTheCommandAndTheConsoleGoesOn() {
    awaitScreen(prompt() + "$");
    keys("tail orders", "Enter");
    awaitScreen("^ +\\d+  orders");
    keys("C-c");
    awaitScreen("orders .*\n(\\^C)?" + prompt() + "$");
    keys("half a line", "C-c");
    awaitScreen("half a line.*\n" + prompt() + "$");
    keys("nonsense", "Enter");
    awaitScreen("unknown command `nonsense`");
    keys("quit", "Enter");
    awaitScreen("ended with 0");
  }

  @Test
  void ctrlCEndsWaitingForATargetThatNeverAnswers() throws IOException {
    try (var silent = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
      awaitScreen(prompt() + "$");
      keys("connect --timeout 10m http://127.0.0.1:" + silent.getLocalPort(), "Enter");
      silent.accept().getInputStream().read();
      keys("C-c");
      awaitScreen("^(\\^C)?stopped\n" + prompt() + "$");
    }
  }

  @Test
  void whatWasTypedIsRememberedTheNextTime() {
    awaitScreen(prompt() + "$");
    keys("show orders --interval", "Enter");
    awaitScreen("^idle +\\d.*\n(.*\n)*" + prompt() + "$");
    keys("C-d");
    awaitScreen("ended with 0");
    assertThat(state.resolve("pickglass/history")).content().contains("show orders --interval");
    tmux("kill-server");
    open();
    awaitScreen(prompt() + "$|pickglass>$");
    keys("Up");
    awaitScreen("> show orders --interval$");
  }

  @Test
  void aBrokenHistoryIsSetAside() throws IOException {
    awaitScreen(prompt() + "$");
    keys("quit", "Enter");
    awaitScreen("^ended with 0");
    tmux("kill-server");
    Path history = state.resolve("pickglass/history");
    Files.createDirectories(history.getParent());
    Files.write(history, new byte[] {'x', 0, (byte) 0xff, '\n'});
    open(Long.toString(watched.pid()));
    awaitScreen(prompt() + "$");
    keys("info", "Enter");
    awaitScreen("^trackingMode +EXACT");
    assertThat(state.resolve("pickglass/history.unreadable")).exists();
  }

  @Test
  void narrowScreensGetFewerColumns() {
    awaitScreen(prompt() + "$");
    tmux("resize-window", "-x", "40", "-y", "20");
    keys("monitors", "Enter");
    awaitScreen("^monitor .*poll");
    assertThat(screen().lines().filter(line -> line.startsWith("monitor ")))
        .allMatch(line -> line.contains("poll") && !line.contains("failed"));
  }

  @Test
  void mbeansAndWhatTheyHaveAreCompletedTheFirstTime() {
    awaitScreen(prompt() + "$");
    keys("get java.lang:type=Mem", "Tab");
    awaitScreen(prompt() + " get java.lang:type=Memory$");
    keys("Verb", "Tab");
    awaitScreen(prompt() + " get java.lang:type=Memory Verbose$");
    keys("Enter");
    awaitScreen("^false\n" + prompt() + "$");
  }

  @Test
  void aLineGoesOnAfterABackslashAndInAQuote() {
    awaitScreen(prompt() + "$");
    keys("get java.lang:type=Memory \\", "Enter", "Verbose", "Enter");
    awaitScreen("^false\n" + prompt() + "$");
    keys("alias both 'info", "Enter", "targets'", "Enter");
    keys("C-l", "both", "Enter");
    awaitScreen("^trackingMode +EXACT(.*\n)+.* target +at +state\n\\*");
  }

  @Test
  void whatWasTypedBeforeIsSuggestedAndTakenWithTheRightArrow() {
    awaitScreen(prompt() + "$");
    keys("get java.lang:type=Memory Verbose", "Enter");
    awaitScreen("^false\n" + prompt() + "$");
    keys("C-l", "get java");
    awaitScreen(prompt() + " get java.lang:type=Memory Verbose$");
    keys("Right", "Enter");
    awaitScreen("^false\n" + prompt() + "$");
  }

  @Test
  void passwordsAreAskedForAndNeitherShownNorRemembered() throws IOException {
    String url = watched.jolokiaUrl();
    awaitScreen(prompt() + "$");
    keys("connect --user me " + url, "Enter");
    awaitScreen("^password of me at " + Pattern.quote(url) + ":$");
    keys("hunter2", "Enter");
    awaitScreen("^connected to " + Pattern.quote(url));
    keys("connect " + url.replace("//", "//me:hunter2@") + "x", "Enter", "C-l");
    keys("set Memory Password hunter2", "Enter");
    awaitScreen("Memory");
    keys("C-l", "history connect", "Enter");
    awaitScreen("^connect http://me:\\*\\*\\*@");
    keys("C-d");
    awaitScreen("ended with 0");
    Path history = state.resolve("pickglass/history");
    assertThat(history).content().contains("--user me").doesNotContain("hunter2");
    assertThat(Files.getPosixFilePermissions(history))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void ctrlCAtAPasswordEndsOnlyTheCommand() {
    awaitScreen(prompt() + "$");
    keys("connect --user me " + watched.jolokiaUrl(), "Enter");
    awaitScreen("^password of me at .*:$");
    keys("hunter", "C-c");
    awaitScreen("^stopped\n" + prompt() + "$");
  }

  @Test
  void snippetsAreCompletedExplainedStoppedAndLeft() {
    awaitScreen(prompt() + "$");
    keys("jshell", "Enter");
    awaitScreen("^jshell>$");
    keys("warn", "Tab");
    awaitScreen("^jshell> warnings\\(\\)$");
    keys("Enter");
    awaitScreen("^\\$\\d+ ==> \\[.*\n(.*\n)*jshell>$");
    keys("intervals(", "Tab");
    awaitScreen("Scope.intervals\\(String monitor\\)$");
    keys("C-c");
    keys("C-l", "System.out.println(\"it runs\"); while (true) {}", "Enter");
    awaitScreen("^it runs$");
    keys("C-c");
    awaitScreen("^it runs\n(\\^C)?jshell>$");
    keys("40 + 2", "Enter");
    awaitScreen("==> 42\njshell>$");
    keys("C-d");
    awaitScreen(prompt() + "$");
  }
}
