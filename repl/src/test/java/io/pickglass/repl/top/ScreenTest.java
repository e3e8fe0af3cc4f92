package io.pickglass.repl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.TaskRow;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.input.Key;
import io.pickglass.repl.top.link.LinkEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the full screen shows, as text. */
class ScreenTest {
  private static final TaskRow LONG =
      Console.task("v12", "idle", "GET /orders", 90_000_000_000L, 4_000_000, 31);
  private static final TaskRow SHORT =
      Console.task("v15", "running", "漢字のタスク", 250_000, 200_000, 1);
  private static final TaskRow OVER = Console.task("x3", "failed", "mail", 999_999, 1_000, 2);

  private final Console console = new Console();

  @ParameterizedTest
  @CsvSource({"80,24", "120,40", "40,10", "1,1", "500,200", "3,2", "20,4"})
  void everySizeIsDrawnAndNothingIsWider(int width, int height) {
    console.answer(
        "a",
        List.of(Console.warning("1 task of http has run for 100 ms…", "v15")),
        LONG,
        SHORT,
        OVER);
    for (Look look : List.of(Look.UNICODE, Look.ASCII)) {
      for (String view : List.of("t", "m", "w", "!", "r", "?", "t", "c", "Esc", "b", "Down")) {
        console.press(view);
        Frame frame = console.frame(width, height, look);
        assertThat(frame.rows()).hasSize(height).allMatch(row -> row.width() <= width);
      }
    }
  }

  @Test
  void theAsciiScreenHasNoOtherSignButTheProgramsOwn() {
    console.answer("a", List.of(Console.warning("1 task of http: 100 µs…", "v12")), LONG, OVER);
    assertThat(console.frame(160, 20, Look.ASCII).text()).matches("[\\x20-\\x7e\\n]*");
    console.press("?");
    assertThat(console.frame(160, 80, Look.ASCII).text()).matches("[\\x20-\\x7e\\n]*");
  }

  @Test
  void theTitleCountsDownWithoutAKey() {
    console.app().take(new LinkEvent.Connecting());
    assertThat(console.lines().getFirst()).isEqualTo("orders:9010  CONNECTING  every 1s  tasks");
    console.app().take(new LinkEvent.Lost("nobody is there", 2_500_000_000L));
    assertThat(console.lines().getFirst())
        .isEqualTo("orders:9010  RECONNECTING IN 3 s  every 1s  tasks");
    assertThat(console.lines()).contains("nobody is there");
  }

  @Test
  void theLastDataCanBeLookedThroughWhileNobodyAnswersAndQuittingWorks() {
    console.answer("a", LONG, SHORT);
    console.app().take(new LinkEvent.Lost("nobody is there", 0));
    console.press("Down", "Down");
    assertThat(console.lines()).anyMatch(line -> line.startsWith(">>       v15"));
    console.press("q");
    assertThat(console.app().isLeft()).isTrue();
  }

  @Test
  void anotherProcessClearsTheRowsAndSaysSo() {
    console.answer("10:00", LONG);
    console.answer("10:05", SHORT);
    assertThat(console.lines())
        .anyMatch(line -> line.contains("v15"))
        .noneMatch(line -> line.contains("v12"))
        .contains("another process since 10:05: what was shown of the past one is gone");
  }

  @Test
  void pausingStopsWhatIsShownAndNothingElse() {
    console.answer("a", LONG);
    console.press(" ");
    console.answer("a", SHORT);
    assertThat(console.lines().getFirst())
        .isEqualTo("orders:9010  CONNECTED  PAUSED  every 1s  tasks");
    assertThat(console.lines()).anyMatch(line -> line.contains("v12"));
    console.press(" ");
    assertThat(console.lines()).noneMatch(line -> line.contains("v12"));
  }

  @Test
  void helpIsAdvertisedAtEveryWidthAndTellsWhatEachColumnMeans() {
    for (int width : List.of(10, 40, 80, 200)) {
      assertThat(console.lines(width, 24, Look.ASCII)).anyMatch(line -> line.contains("? help"));
    }
    console.press("?");
    List<String> help = console.lines(200, 80, Look.UNICODE);
    for (String column :
        List.of(
            "Warn",
            "ID",
            "State",
            "Name",
            "Total",
            "Busy",
            "Sched",
            "Idle",
            "Polls",
            "Target",
            "Location",
            "Monitor",
            "Fields")) {
      assertThat(help).anyMatch(line -> line.startsWith(column + ": "));
    }
  }

  @Test
  void escapeGoesBackToWhereOneCameFrom() {
    console.answer("a", LONG, SHORT);
    console.press("Down", "Enter");
    assertThat(console.app().page().name()).isEqualTo("task v12");
    console.press("?");
    assertThat(console.app().page().name()).isEqualTo("help");
    console.press("Esc", "Esc");
    assertThat(console.app().page().name()).isEqualTo("tasks");
    assertThat(console.lines()).anyMatch(line -> line.startsWith(">>       v12"));
  }

  @Test
  void whatIsTypedIntoTheFilterIsNoCommand() {
    console.press("/", "q", "t", "?", "Backspace");
    assertThat(console.app().isLeft()).isFalse();
    assertThat(console.lines()).contains("/qt_");
    console.press("Esc");
    assertThat(console.lines()).noneMatch(line -> line.startsWith("/"));
  }

  @Test
  void clicksSelectRowsAndSortColumns() {
    console.answer("a", LONG, SHORT);
    List<String> lines = console.lines();
    assertThat(lines.get(2)).contains("Total▿");
    console.app().press(new Key("Click", 10, 3));
    assertThat(console.lines().get(4)).startsWith(">>       v15");
    console.app().press(new Key("Click", lines.get(2).indexOf("Busy"), 1));
    assertThat(console.lines().get(2)).contains("Busy▿");
  }

  @Test
  void copyingTakesTheWholeRow() {
    console.answer("a", LONG);
    console.lines();
    console.press("Down", "y");
    assertThat(console.app().takeCopied().orElseThrow())
        .startsWith("\tv12\t⏸ IDLE\tGET /orders\t1m30s\t4ms\t9s\t");
    assertThat(console.app().takeCopied()).isEmpty();
  }

  @Test
  void aCtrlCAndTheEndOfTheInputLeave() {
    for (String key : List.of("Ctrl-C", "Ctrl-D", "End-Of-Input", "q")) {
      Console other = new Console();
      other.press(key);
      assertThat(other.app().isLeft()).as(key).isTrue();
    }
  }

  @Test
  void manyTasksAreAskedForLessOftenAndTheTitleSaysSo() {
    console.answer("a", LONG);
    assertThat(console.app().period()).isEqualTo(Duration.ofSeconds(1));
    console.answerOfMany(1_000_000);
    assertThat(console.lines().getFirst()).isEqualTo("orders:9010  CONNECTED  every 15s  tasks");
    console.answerOfMany(66_000);
    assertThat(console.app().period()).isEqualTo(Duration.ofSeconds(1));
    console.press("m");
    assertThat(console.app().period()).isEqualTo(Duration.ofSeconds(1));
  }
}
