package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may get wrong while connected to a real process. */
class MistakesTest {
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
    Await.until(
        () -> console.session().target().describe().lastSequence() >= 2,
        () -> "the sampler does not tick");
  }

  @AfterEach
  void disconnect() {
    console.session().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mointors       | 2 | unknown command `mointors`: did you mean `monitors`? `help` lists all",
        "explain ordres | 1 | has no monitor or runtime `ordres`: did you mean `orders`?",
        "explain a b    | 2 | `explain` does not take the argument `b`: `help explain` explains it",
        "show           | 2 | `show` needs NAME: `help show` explains it",
        "show orders x  | 2 | `show` does not take the argument `x`: `help show` explains it",
        "show --intervl orders | 2 | `show` has no option `--intervl`: did you mean `--interval`? `help show` explains it",
        "show orders --since x | 2 | `show`: invalid value for option '--since': 'x' is not a long: `help show` explains it",
        "tail --fields pollCont | 2 | `pollCont` is no metric: did you mean `pollCount`? `help metrics` lists all",
        "tail --count 0 | 2 | `--count 0`: give a number of at least 1",
        "diff orders 1 x | 2 | `x` is no interval: give a sequence number such as 17, -1 for the last, or a span such as 10..19",
        "diff orders -1..-2 -1 | 2 | ends before it begins",
        "diff orders 1 999999999 | 1 | `orders` has no interval 999999999, but 1 to ",
        "diff orders 999999998..999999999 -1 | 1 | `orders` has no interval 999999998..999999999, but 1 to ",
        "monitors --sort live2 | 2 | `live2` is no column: did you mean `live`?",
        "set timeout 5  | 2 | `5` is no duration: give one such as 500ms, 5s or 1m30s",
        "set colour x   | 2 | `colour` is no setting: there are timeout and output; `set NAME enabled=off` switches a monitor off",
        "set orders enabled=maybe | 2 | `enabled=maybe`: give enabled=on or enabled=off",
        "set enabled=   | 2 | `enabled=`: give enabled=on or enabled=off",
        "set ordres enabled=off | 1 | has no monitor `ordres`: did you mean `orders`?",
        "help shwo      | 2 | unknown command `shwo`: did you mean `show`? `help` lists all",
        "show 'orders   | 2 | the quote ' in `show 'orders` is not closed: add the second one",
        "disconnect; monitors | 3 | not connected: `connect TARGET` first, where TARGET is a process id",
      })
  void aMistakeIsOneSentenceAndACode(String command, int code, String sentence) {
    assertThat(console.run(command)).as(console.errors().toString()).isEqualTo(code);
    assertThat(console.errors()).singleElement().asString().contains(sentence);
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void withoutATargetItIsSaidHowToGetOne() {
    console.session().disconnect();
    assertThat(console.run("monitors")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.errors())
        .containsExactly(
            "not connected: `connect TARGET` first, where TARGET is a process id, a part of a main"
                + " class's name, host:port (JMX), service:jmx:..., http://host:port/jolokia, or the file of a recording");
  }

  @Test
  void aTargetThatCannotBeReachedLeavesThePresentOne() {
    assertThat(console.run("connect 127.0.0.1:" + Watched.freePort()))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.run("monitors")).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "monitors",
        "runtimes",
        "workers",
        "tasks",
        "task",
        "explain",
        "warnings",
        "show",
        "tail",
        "diff",
        "set",
        "jvms",
        "connect",
        "attach",
        "detach",
        "info",
        "use",
        "targets",
        "mbeans",
        "describe",
        "get",
        "invoke",
        "config",
        "alias",
        "history",
        "quit"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(console.run(command + " --help")).isEqualTo(ExitCode.OK);
    assertThat(console.lines().getFirst()).startsWith("Usage: " + command);
    assertThat(console.run("help " + command)).isEqualTo(ExitCode.OK);
    assertThat(console.session().isQuit()).isFalse();
  }
}
