package io.pickglass.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One long way through the full screen, as a person goes it who looks for a jam. */
@Timeout(240)
class TopJourneyTest {
  // A number of a task's life, whatever it is at that instant.
  private static final String TIME = " +[\\d.]+(ns|µs|ms|s|m\\d\\ds)";

  private static Tmux open(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "LANG=C.UTF-8"));
    command.addAll(Child.command());
    command.addAll(List.of(arguments));
    return Tmux.run("", command);
  }

  @Test
  void fromAWaitToItsHolderAndBackThroughTheEndOfTheTarget() {
    Tmux.assumePresent();
    int port = Watched.freePort();
    Watched first = Watched.startWaitingAt(port);
    try (Tmux tmux = open("top", first.jolokiaUrl())) {
      sortsFiltersAndGroups(tmux);
      followsAWait(tmux);
      pausesAndLooksBack(tmux);
      first.kill();
      tmux.keys("t");
      tmux.await("RECONNECTING IN [1-5] s");
      tmux.resize(60, 12);
      tmux.await("^\\? help  q quit .*$");
      assertThat(tmux.screen().lines()).allMatch(line -> line.length() <= 60).hasSize(12);
      tmux.resize(120, 30);
      try (Watched second = Watched.startWaitingAt(port)) {
        tmux.await("^another process since .*: what was shown of the past one is gone$");
        tmux.await("CONNECTED");
        tmux.await("^Tasks \\([1-9]\\d*\\)");
        tmux.keys("q");
        tmux.await("^before\nended with 0$");
        assertThat(second.pid()).isPositive();
      }
    } finally {
      first.kill();
    }
  }

  private static void sortsFiltersAndGroups(Tmux tmux) {
    tmux.await("CONNECTED");
    tmux.await("^Tasks \\([1-9]\\d*\\) ▶ Running \\(\\d+\\) ⏫ Sched \\(\\d+\\) ⏸ Idle \\([5-9]\\)");
    tmux.keys("2");
    tmux.await(" ID▵ ");
    tmux.keys("/", "till", "Enter");
    tmux.await("^/till$");
    tmux.await("^Tasks \\(3\\) ▶ Running \\(0\\) ⏫ Sched \\(0\\) ⏸ Idle \\(3\\)$");
    assertThat(ids(tmux, "till")).hasSize(3).isSorted();
    tmux.keys("i");
    tmux.await(" ID▿ ");
    tmux.keys("b", "b", "b");
    tmux.await("by monitor$");
    tmux.await("^   till +3 +0 +0 +3 +0" + TIME);
    tmux.keys("Down", "Enter");
    tmux.await("^/monitor = \"till\"$");
    tmux.keys("Escape");
    tmux.await("by monitor$");
    tmux.keys("Escape");
    tmux.await("^Tasks \\([1-9]\\d+\\) [^b]*$");
  }

  /** The rows of that monitor. */
  private static List<String> ids(Tmux tmux, String monitor) {
    return Pattern.compile("^ +(v\\d+) .* " + monitor + " .*$", Pattern.MULTILINE)
        .matcher(tmux.screen())
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static void followsAWait(Tmux tmux) {
    tmux.keys("r");
    tmux.await("^   (r\\d+) .*ReentrantLock .* 3 ");
    // The greatest number of waiters comes first.
    tmux.keys("gg");
    tmux.await("^>> r\\d+ .*ReentrantLock .* 3 ");
    tmux.keys("Enter");
    tmux.await("^Async ops \\(3\\)$");
    tmux.await("^holder +t\\d+ `teller`, for ");
    tmux.keys("Down");
    tmux.await("^>> v\\d+ ");
    String id =
        Pattern.compile("^>> (v\\d+) ", Pattern.MULTILINE)
            .matcher(tmux.screen())
            .results()
            .map(result -> result.group(1))
            .findFirst()
            .orElseThrow();
    tmux.keys("Enter");
    tmux.await("^" + id + " ⏸ IDLE for ");
    tmux.await("^kind +virtual$");
    String resource =
        Pattern.compile(" waits [^ ]+ for (r\\d+) ", Pattern.MULTILINE)
            .matcher(tmux.screen())
            .results()
            .map((MatchResult result) -> result.group(1))
            .findFirst()
            .orElse("the screen:\n" + tmux.screen());
    tmux.keys("Tab");
    tmux.await(">" + resource + " ");
    tmux.keys("Enter");
    tmux.await("^" + resource + " lock ReentrantLock$");
    tmux.keys("Escape");
    tmux.await("^" + id + " ⏸ IDLE for ");
    tmux.keys("Escape");
    tmux.await("^>> " + id + " ");
    tmux.keys("Escape");
    tmux.await("^>> r\\d+ .*ReentrantLock ");
  }

  private static void pausesAndLooksBack(Tmux tmux) {
    tmux.keys("m");
    tmux.await("^Monitors \\(4\\)");
    tmux.keys("Space");
    tmux.await("CONNECTED  PAUSED");
    String paused = tmux.screen();
    tmux.keys("Space");
    tmux.await("CONNECTED  every");
    // A quick journey is here before the target is three intervals old.
    Await.until(() -> areSeenThreeBack(tmux), () -> "no monitors in\n" + tmux.screen());
    assertThat(paused).contains("orders", "users.insert", "till", "bank");
  }

  private static boolean areSeenThreeBack(Tmux tmux) {
    tmux.keys("[", "[", "[");
    tmux.await("AT \\d\\d:\\d\\d:\\d\\d, [3-6]s AGO");
    boolean seen = tmux.screen().contains("Monitors (4)");
    tmux.keys("\\");
    tmux.await("CONNECTED  every");
    return seen;
  }
}
