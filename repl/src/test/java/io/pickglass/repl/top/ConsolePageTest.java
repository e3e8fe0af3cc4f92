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
    List<String> wanted = console.lines(110, 13, Look.UNICODE);
    List<String> page =
        Files.readAllLines(Path.of("..", "docs", "console.md")).stream()
            .dropWhile(line -> !line.startsWith("orders:9010  CONNECTED"))
            .takeWhile(line -> !line.equals("```"))
            .toList();
    assertThat(page)
        .as("put this into docs/console.md:\n" + String.join("\n", wanted))
        .isEqualTo(wanted);
  }
}
