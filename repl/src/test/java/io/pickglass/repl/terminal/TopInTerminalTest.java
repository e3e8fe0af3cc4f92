package io.pickglass.repl.terminal;

import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Tmux tmux;

  @BeforeAll
  static void start() {
    Tmux.assumePresent();
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
    if (tmux != null) {
      tmux.close();
    }
  }

  private void open(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + state, "LANG=C.UTF-8"));
    command.addAll(Child.command());
    command.addAll(List.of(arguments));
    tmux = Tmux.run("", command);
  }

  private void keys(String... keys) {
    Objects.requireNonNull(tmux).keys(keys);
  }

  private void awaitScreen(String regex) {
    Objects.requireNonNull(tmux).await(regex);
  }

  @Test
  void aPersonLooksAround() {
    open("top", Long.toString(watched.pid()));
    awaitScreen("^process \\d+ +CONNECTED +every 1s +tasks$");
    awaitScreen("^Tasks \\([1-9]\\d*\\) ▶ Running \\(\\d+\\)");
    keys("/", "mail", "Enter");
    awaitScreen("^/mail$");
    awaitScreen("^ +(⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Down");
    awaitScreen("^>> +(⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Enter");
    awaitScreen("^kind +executor$");
    awaitScreen("^runs now on ");
    keys("Escape");
    awaitScreen("^>> +(⚠ \\d)? *x\\d+ +▶ BUSY ");
    keys("Escape", "b");
    awaitScreen("by location$");
    keys("b", "b");
    awaitScreen("by monitor$");
    awaitScreen("^ +orders +\\d+");
    keys("m");
    awaitScreen("^Monitors \\(3\\)");
    Objects.requireNonNull(tmux).resize(50, 10);
    awaitScreen(
        "^process \\d+ +CONNECTED +every 1s +mon…$|^process \\d+ +CONNECTED +every 1s +monitors$");
    Objects.requireNonNull(tmux).resize(120, 30);
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
