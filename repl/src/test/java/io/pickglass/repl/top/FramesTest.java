package io.pickglass.repl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.frame.Frame;
import io.pickglass.repl.top.frame.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every view as text, but for that of one warning, which tells the time of this zone. The frames
 * are in {@code src/test/resources/frames}; one that differs is written to {@code target/frames},
 * to be looked at and copied.
 */
public class FramesTest {
  /** How each view is reached; between keys the target is asked. */
  private static final Map<String, List<String>> VIEWS =
      Map.ofEntries(
          Map.entry("tasks", List.of("Down")),
          Map.entry("groups", List.of("b", "b", "b", "Down")),
          Map.entry("task", List.of("Down", "Enter", "Tab")),
          Map.entry("resources", List.of("r", "Down")),
          Map.entry("resource", List.of("r", "Down", "Enter", "Down")),
          Map.entry("monitors", List.of("m", "Down")),
          Map.entry("monitor", List.of("m", "Down", "Enter")),
          Map.entry("runtimes", List.of("w", "Down")),
          Map.entry("workers", List.of("w", "Down", "Enter", "Down")),
          Map.entry("runtime", List.of("w", "Down", "Enter", "G", "Enter")),
          Map.entry("warnings", List.of("!", "Down")),
          Map.entry("warning", List.of("!", "Down", "Enter", "Tab")),
          Map.entry("help", List.of("?")),
          Map.entry("columns", List.of("c", "Down")));

  /** All views in that size. */
  public static List<Frame> all(int width, int height, Look look) {
    return VIEWS.keySet().stream()
        .sorted()
        .map(view -> at(view).frame(width, height, look))
        .toList();
  }

  static Console at(String view) {
    Console console = new Console();
    Target target = StillTarget.target();
    console.lines();
    console.ask(target, StillTarget.NOW);
    for (String key : VIEWS.getOrDefault(view, List.of())) {
      console.press(key);
      console.lines();
      console.ask(target, StillTarget.NOW);
      console.lines();
    }
    return console;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasks",
        "groups",
        "task",
        "resources",
        "resource",
        "monitors",
        "monitor",
        "runtimes",
        "workers",
        "runtime",
        "warnings",
        "help",
        "columns"
      })
  void eachViewLooksSo(String view) throws IOException {
    Map<String, Frame> frames =
        Map.of(
            "120x40", at(view).frame(120, 40, Look.UNICODE),
            "80x24", at(view).frame(80, 24, Look.UNICODE),
            "80x24-ascii", at(view).frame(80, 24, Look.ASCII),
            "40x10-ascii", at(view).frame(40, 10, Look.ASCII));
    Map<String, String> drawn = new TreeMap<>();
    Map<String, String> wanted = new TreeMap<>();
    for (Map.Entry<String, Frame> frame : frames.entrySet()) {
      String name = view + "-" + frame.getKey() + ".txt";
      String text = frame.getValue().text() + "\n";
      drawn.put(name, text);
      wanted.put(name, wanted(name, text));
    }
    assertThat(drawn).isEqualTo(wanted);
  }

  private static String wanted(String name, String drawn) throws IOException {
    Path file = Path.of("src", "test", "resources", "frames", name);
    String wanted = Files.isRegularFile(file) ? Files.readString(file) : "";
    if (!wanted.equals(drawn)) {
      Path directory = Files.createDirectories(Path.of("target", "frames"));
      Files.writeString(directory.resolve(name), drawn);
    }
    return wanted;
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,40", "40,10", "1,1", "500,200", "3,2", "0,0"})
  void eachViewIsDrawnInEverySize(int width, int height) {
    for (String view : VIEWS.keySet()) {
      Console console = at(view);
      for (Look look : List.of(Look.UNICODE, Look.ASCII)) {
        Frame frame = console.frame(width, height, look);
        assertThat(frame.rows()).as(view).hasSize(height).allMatch(row -> row.width() <= width);
      }
    }
  }

  @Test
  void noAsciiViewHasAnotherSignButTheProgramsOwn() {
    for (String view : VIEWS.keySet()) {
      String own = at(view).frame(200, 80, Look.ASCII).text().replace("漢字のタスク", "");
      assertThat(own).as(view).matches("[\\x20-\\x7e\\n]*");
    }
  }
}
