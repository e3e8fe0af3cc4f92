package io.pickglass.repl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.top.frame.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The screenshot in docs/console.md is what the program draws. */
class ConsolePageTest {
  @Test
  void thePageShowsTheScreenAsItIs() throws IOException {
    Console console = new Console();
    console.answer(
        "a",
        List.of(
            Console.warning("1 task of http has run for 100 ms or longer without a pause", "v15")),
        Console.task("v12", "idle", "GET /orders", 90_000_000_000L, 4_000_000, 31),
        Console.task("v19", "scheduled", "POST /orders", 2_000_000_000L, 30_000, 2),
        Console.task("v15", "running", "GET /report", 250_000_000, 200_000_000, 1),
        Console.task("x3", "failed", "mail", 999_999, 1_000, 2));
    console.lines(110, 13, Look.UNICODE);
    console.press("Down");
    compare("orders:9010  CONNECTED  every 1s  tasks", console.lines(110, 13, Look.UNICODE));
  }

  @Test
  void soItDoesOfMonitorsAndOfATask() throws IOException {
    compare(
        "orders:9010  CONNECTED  every 1s  monitors",
        FramesTest.at("monitors").lines(110, 9, Look.UNICODE));
    compare(
        "orders:9010  CONNECTED  every 1s  task v12",
        FramesTest.at("task").lines(110, 41, Look.UNICODE));
  }

  private static void compare(String first, List<String> wanted) throws IOException {
    List<String> page =
        Files.readAllLines(Path.of("..", "docs", "console.md")).stream()
            .dropWhile(line -> !line.equals(first))
            .takeWhile(line -> !line.equals("```"))
            .toList();
    assertThat(page)
        .as("put this into docs/console.md:\n" + String.join("\n", wanted))
        .isEqualTo(wanted);
  }
}
