package io.pickglass.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the full screen ends, the terminal is as it was, and nothing is left. */
@Timeout(180)
class TopEndsTest {
  // No mouse, a cursor, not the other screen.
  private static final String AS_IT_WAS = "0 1 0";
  private static final String TAKEN = "1 0 1";

  private static Watched watched;

  @BeforeAll
  static void start() {
    Tmux.assumePresent();
    watched = Watched.start();
  }

  @AfterAll
  static void stop() {
    if (watched != null) {
      watched.close();
    }
  }

  private static Tmux open(String prefix) {
    List<String> command = new ArrayList<>(List.of("env", "LANG=C.UTF-8"));
    command.addAll(Child.command());
    command.addAll(List.of("top", Long.toString(watched.pid())));
    Tmux tmux = Tmux.run(prefix, command);
    tmux.await("CONNECTED");
    assertThat(tmux.modes()).isEqualTo(TAKEN);
    return tmux;
  }

  @ParameterizedTest
  @CsvSource({"q", "C-c", "C-d"})
  void aKeyGivesTheTerminalBack(String key) {
    try (Tmux tmux = open("")) {
      tmux.keys(key);
      tmux.await("^before\n(\\^C)?ended with 0$");
      assertThat(tmux.modes()).isEqualTo(AS_IT_WAS);
    }
  }

  @Test
  void soDoesWhoTellsTheProcessToEnd() {
    try (Tmux tmux = open("")) {
      assertThat(tmux.program().destroy()).isTrue();
      tmux.await("^before\nended with 143$");
      assertThat(tmux.modes()).isEqualTo(AS_IT_WAS);
    }
  }

  @Test
  void soDoesAFailureInAViewWhichIsThenToldBelow() {
    List<String> command = new ArrayList<>(List.of("env", "LANG=C.UTF-8"));
    command.addAll(Child.command());
    command.removeLast();
    command.add(FailingView.class.getName());
    try (Tmux tmux = Tmux.run("", command)) {
      tmux.await("^ended with 1$");
      assertThat(tmux.screen())
          .startsWith("before\nException in thread \"main\" java.lang.NullPointerException");
      assertThat(tmux.modes()).isEqualTo(AS_IT_WAS);
    }
  }

  /** Also where the hang-up itself is not heard, as under {@code nohup}. */
  @ParameterizedTest
  @CsvSource({"''", "trap \"\" HUP;"})
  void whenTheTerminalIsLostTheProcessEnds(String prefix) {
    ProcessHandle program;
    try (Tmux tmux = open(prefix + " ")) {
      program = tmux.program();
    }
    Await.until(
        Duration.ofSeconds(20),
        () -> !program.isAlive(),
        () -> "it goes on without a terminal: " + program.info());
  }
}
