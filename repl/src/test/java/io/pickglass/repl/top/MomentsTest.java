package io.pickglass.repl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.frame.Look;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which moment is shown, and what is known of it. */
class MomentsTest {
  private static final long HOUR = 3_600_000;

  private final Target target = StillTarget.target();
  private final Console console = new Console();

  private void ask(long millis) {
    console.ask(target, millis);
    console.lines();
  }

  @ParameterizedTest
  @ValueSource(longs = {-HOUR, 0, HOUR})
  void timesAreTheTargetsHoweverTheClockOfTheConsoleGoes(long skew) {
    ask(StillTarget.NOW + skew);
    console.press("m");
    // The clock is told by the tasks; a target without them tells it by its intervals.
    ask(StillTarget.NOW);
    console.press("[", "[");
    assertThat(console.lines().getFirst())
        .isEqualTo("orders:9010  CONNECTED  AT 03:05:04, 2s AGO  every 1s  monitors");
    console.press("Down", "Enter");
    console.press("Esc");
    assertThat(console.lines()).anyMatch(line -> line.startsWith(">> http"));
    console.press("\\");
    assertThat(console.lines().getFirst()).doesNotContain("AGO");
  }

  @Test
  void aClockThatGoesWrongIsNoticedByTheFirstAnswer() {
    ask(StillTarget.NOW - HOUR);
    console.press("[");
    assertThat(console.lines().getFirst()).contains("AT 03:05:05, 1s AGO");
    assertThat(console.lines()).contains("Tasks  not known: nobody looked at them then");
  }

  @Test
  void aViewKeepsWhatItHasSeenAndItsSelectionWhileAnotherIsShown() {
    ask(StillTarget.NOW);
    console.press("Down", "Down", "m");
    ask(StillTarget.NOW);
    console.press("t");
    assertThat(console.lines()).anyMatch(line -> line.startsWith(">>       v19"));
  }

  @Test
  void whatIsOpenedWhileItIsPausedShowsItsFirstAnswerAndThenStandsStill() {
    ask(StillTarget.NOW);
    console.press("Down", " ", "Enter");
    assertThat(console.lines(120, 40, Look.UNICODE)).contains("task v12");
    ask(StillTarget.NOW);
    List<String> first = console.lines(120, 40, Look.UNICODE);
    assertThat(first).contains("kind             virtual");
    console.press("Esc");
    assertThat(console.lines()).anyMatch(line -> line.startsWith(">>       v12"));
  }

  @Test
  void ofATaskThatNobodyLookedAtThenThatIsSaid() {
    ask(StillTarget.NOW);
    console.press("Down", "Enter", "[", "[");
    assertThat(console.lines())
        .contains("task v12: nobody looked at it at that moment; \\ shows it as it is now");
  }

  @Test
  void tabGoesFromOneThatCanBeOpenedToTheNextAndEnterOpensIt() {
    ask(StillTarget.NOW);
    console.press("Down", "Enter");
    ask(StillTarget.NOW);
    console.press("Tab");
    assertThat(console.lines(120, 60, Look.UNICODE)).anyMatch(line -> line.endsWith("ago by>v7"));
    console.press("Tab");
    assertThat(console.lines(120, 60, Look.UNICODE)).anyMatch(line -> line.startsWith(">v19  ⏫"));
    console.press("BackTab", "BackTab");
    assertThat(console.lines(120, 60, Look.UNICODE))
        .anyMatch(line -> line.contains(" waits 36.00s for>r7 (ReentrantLock), which t35 "));
    console.press("Enter");
    assertThat(console.app().page().name()).isEqualTo("resource r7");
    console.press("Esc");
    assertThat(console.app().page().name()).isEqualTo("task v12");
  }
}
