package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Watched;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Conditions on a program of which is known that it starts a task every few milliseconds. */
@Timeout(120)
class AssertTest {
  @TempDir private Path directory;
  private static Watched watched;
  private final Console console = new Console();

  @BeforeAll
  static void start() {
    watched = Watched.start();
  }

  @AfterAll
  static void stop() {
    watched.close();
  }

  @BeforeEach
  void connect() {
    console.session().connect(Long.toString(watched.pid()));
  }

  @Test
  void whatHoldsIsSaidWithItsNumbersAndWhatDoesNotEndsWithOne() {
    assertThat(console.run("assert orders.failedCount == 0 and orders.pollCount > 0")).isZero();
    assertThat(console.lines())
        .singleElement()
        .asString()
        .matches(
            "`orders.failedCount == 0 and orders.pollCount > 0` holds: orders.failedCount = 0, orders.pollCount = [\\d,]+");
    assertThat(console.run("assert orders.failedCount > 0")).isEqualTo(ExitCode.FAILED);
    assertThat(console.errors())
        .containsExactly("`orders.failedCount > 0` does not hold: orders.failedCount = 0");
  }

  @Test
  void theNumbersAreOfTheTimeThatAnOptionSays() {
    assertThat(console.run("watch --silent --once --for 30s orders.instrumentedCount > 10"))
        .isZero();
    assertThat(console.run("assert --interval orders.instrumentedCount < 500")).isZero();
    assertThat(console.run("assert --last 2 virtual-threads.pollCount > 10")).isZero();
    assertThat(console.run("set output json; assert max(*.maxPollNanos) > 1ns")).isZero();
    assertThat(console.lines().getLast())
        .matches(
            "\\{\"assert\":\"max\\(\\*.maxPollNanos\\) > 1ns\",\"holds\":true,\"values\":\\{\"max\\(\\*.maxPollNanos\\)\":[\\d.E]+\\}\\}");
  }

  @Test
  void aWrongWordIsNamedAndTheNearestRightOneAskedFor() {
    assertThat(console.run("assert orders.pollCuont > 0")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("assert ordesr.pollCount > 0")).isEqualTo(ExitCode.FAILED);
    assertThat(console.run("assert orders.pollCount >")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("assert orders.queueDepth > 0")).isEqualTo(ExitCode.FAILED);
    assertThat(console.errors())
        .containsExactly(
            "`orders.pollCuont > 0`, at character 1: `pollCuont` is no metric: did you mean `pollCount`? `help metrics` lists all",
            "process %d has no monitor or runtime `ordesr`: did you mean `orders`? `monitors` and `runtimes` list all"
                .formatted(watched.pid()),
            "`orders.pollCount >`, at character 19: expected a metric such as orders.slowPollRatio, a number or (, found the end; `help assert` shows how it is written",
            "process %d has no runtime `orders`, but a monitor of that name: `runtimes` lists all"
                .formatted(watched.pid()));
  }

  @Test
  void whatIsWatchedRunsACommandWhenItBecomesTrue() {
    Path file = directory.resolve("numbers");
    assertThat(
            console.run(
                "watch --silent --once --run 'monitors; info' --exec 'echo \"$PICKGLASS_WATCH\" > %s' orders.pollCount > 0"
                    .formatted(file)))
        .as(console.errors().toString())
        .isZero();
    assertThat(console.lines().getFirst())
        .matches("true at interval \\d+ \\(.*\\): orders.pollCount = \\d+");
    assertThat(console.lines()).anyMatch(line -> line.startsWith("users.insert "));
    assertThat(file)
        .satisfies(it -> assertThat(Files.readString(it)).startsWith("orders.pollCount = "));
    assertThat(console.rings()).isZero();
    assertThat(console.run("watch --silent --for 1s orders.failedCount > 0"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(console.errors())
        .containsExactly("`orders.failedCount > 0` did not become true within 1s");
  }

  @Test
  void whatIsWatchedRingsOnceWhenItBecomesTrueAndNotWhileItStaysSo() {
    assertThat(console.run("watch --for 3s orders.instrumentedCount > 0")).isZero();
    assertThat(console.lines()).hasSize(1);
    assertThat(console.rings()).isEqualTo(1);
    assertThat(console.run("watch --for 1s orders.failedCount > 0")).isEqualTo(ExitCode.FAILED);
    assertThat(console.rings()).isEqualTo(1);
  }
}
