package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console shows of the runtimes of a real process. */
@Timeout(120)
class RuntimesTest extends OfWatched {
  @Override
  void connect(String wire) {
    super.connect(wire);
    Await.until(
        () -> console.session().target().describe().lastSequence() >= 3,
        () -> "the sampler does not tick");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void eachRuntimeIsALine(String wire) {
    connect(wire);
    assertThat(answer("runtimes"))
        .extracting(line -> line.split(" +")[0])
        .containsExactly("since", "runtime", "images", "mail", "virtual-threads");
    assertThat(console.lines())
        .extracting(line -> line.replaceAll(" +", " "))
        .anyMatch(line -> line.startsWith("images fork-join 3 "))
        .anyMatch(line -> line.startsWith("mail thread pool 2 "))
        .anyMatch(line -> line.startsWith("virtual-threads scheduler "));
    assertThat(answer("runtimes --interval --sort polls").getFirst())
        .matches("interval \\d+|intervals \\d+ to \\d+");
    assertThat(console.lines().get(2)).startsWith("virtual-threads ");
  }

  @Test
  void whatAnOptionSaysHoldsForItsOwnCommand() {
    connect("JMX");
    assertThat(answer("show orders --interval").getFirst()).startsWith("orders, interval ");
    assertThat(answer("show orders").getFirst()).startsWith("orders, since the start: ");
    assertThat(console.run("show orders --interval --nonsense")).isNotZero();
    assertThat(answer("show orders").getFirst()).startsWith("orders, since the start: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void showEndsWithThePollsThatAreSlowAndWhatTheyDo(String wire) {
    connect(wire);
    Await.until(
        () -> answer("show mail").contains("one slow poll was looked into while it ran"),
        () -> "the poll that holds the thread is not found");
    assertThat(console.lines())
        .anyMatch(line -> line.matches("it: \\S+ or more, x\\d+ .*on Thread-\\d+, from .*"))
        .anyMatch(line -> line.matches(" {4}.*java.lang.Thread.sleepNanos0\\(Native Method\\)"));
    assertThat(console.lines())
        .anyMatch(line -> line.startsWith("  it waits, and keeps its thread"));
    assertThat(answer("show orders --interval")).noneMatch(line -> line.contains("slow poll"));
    assertThat(answer("set output json; show mail"))
        .anyMatch(line -> line.contains("\"verdict\":\"waiting\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void eachWorkerIsALineWithTheTaskThatItRuns(String wire) {
    connect(wire);
    assertThat(answer("workers mail --sort for")).hasSize(2 + 2);
    assertThat(console.lines().get(2)).containsPattern(" TIMED_WAITING  mail +\\d+s ");
    assertThat(console.lines().get(3)).containsPattern(" WAITING +– +– ");
    assertThat(answer("workers runtime:images"))
        .first()
        .asString()
        .startsWith("images has no thread now, or ");
    assertThat(answer("set output json; workers mail"))
        .allMatch(line -> line.startsWith("{\"runtime\":\"mail\",\"index\":"))
        .filteredOn(line -> line.contains("\"monitor\":\"mail\",\"task\":\"\",\"taskNanos\":"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void showAndDiffAndTailTakeTheNameOfARuntime(String wire) {
    connect(wire);
    assertThat(answer("show virtual-threads"))
        .anyMatch(line -> line.startsWith("waiting: queueDepth "))
        .anyMatch(line -> line.startsWith("delays: p50SchedulingDelayNanos "))
        .anyMatch(line -> line.startsWith("polls of watched tasks  "))
        .anyMatch(line -> line.startsWith("waits for a poll        "))
        .first()
        .asString()
        .startsWith("virtual-threads, virtual-thread scheduler, since the start: ");
    assertThat(answer("show virtual-threads --since -2").getFirst())
        .startsWith("virtual-threads, virtual-thread scheduler, last 2 intervals: ");
    assertThat(answer("diff virtual-threads -3..-2 -1")).anyMatch(l -> l.startsWith("pollCount "));
    assertThat(answer("tail virtual-threads images --last 2 --count 2"))
        .extracting(line -> line.strip().split(" +")[1])
        .containsExactly("runtime", "virtual-threads", "images", "virtual-threads", "images");
    assertThat(answer("tail --runtimes --count 1 --fields queueDepth,busyRatio"))
        .extracting(line -> line.strip().split(" +")[1])
        .containsExactly("runtime", "images", "mail", "virtual-threads");
    assertThat(answer("set output json; tail virtual-threads --last 1 --count 1"))
        .singleElement()
        .asString()
        .startsWith("{\"runtime\":\"virtual-threads\",\"sequence\":")
        .contains("\"starvationNanos\":")
        .doesNotContain("enabled");
  }

  @Test
  void aNameOfBothIsTheMonitorUnlessItIsMarked() {
    connect("JMX");
    assertThat(answer("show mail")).anyMatch(line -> line.startsWith("tasks: instrumentedCount 1"));
    assertThat(console.notes())
        .containsExactly(
            "`mail` is a monitor and a runtime: this is the monitor, `runtime:mail` the runtime");
    assertThat(answer("show runtime:mail"))
        .anyMatch(line -> line.startsWith("threads: workerCount 2, poolSize 2, "));
    assertThat(answer("show monitor:mail")).anyMatch(line -> line.startsWith("tasks: "));
    assertThat(console.notes()).isEmpty();
    assertThat(answer("tail --runtimes mail mail --count 1")).hasSize(1 + 1);
  }

  @Test
  void namesAreCompletedWithAMarkWhereItIsNeeded() {
    connect("JMX");
    Completion completion = new Completion(console.commands());
    assertThat(completion.at("show "))
        .extracting(Completion.Candidate::value)
        .containsExactly(
            "mail", "orders", "users.insert", "images", "runtime:mail", "virtual-threads");
    assertThat(completion.at("workers "))
        .extracting(Completion.Candidate::value)
        .containsExactly("images", "mail", "virtual-threads");
    assertThat(completion.at("runtimes --sort "))
        .extracting(Completion.Candidate::value)
        .contains("queue", "starved");
    assertThat(completion.at("tail --fields starv"))
        .extracting(Completion.Candidate::value)
        .contains("starvationNanos", "selfWakeCount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show virtual-thread | 1 | has no monitor or runtime `virtual-thread`: did you mean `virtual-threads`? `monitors` and `runtimes` list all",
        "workers imagse | 1 | has no runtime `imagse`: did you mean `images`? `runtimes` lists all",
        "workers orders | 1 | has no runtime `orders`, but a monitor of that name: `runtimes` lists all",
        "show monitor:images | 1 | has no monitor `images`, but a runtime of that name: `monitors` lists all",
        "set images enabled=off | 1 | has no monitor `images`, but a runtime of that name: `monitors` lists all",
        "workers | 2 | `workers` needs RUNTIME: `help workers` explains it",
        "workers mail --sort fro | 2 | `fro` is no column: did you mean `for`?",
        "runtimes --sort ready | 2 | `ready` is no column: `--sort` takes one of runtime, kind, workers, ",
        "tail orders images | 2 | `tail` follows monitors or runtimes, not both at once: `orders` is a monitor and `images` a runtime",
        "tail images --fields maxIdleNanos | 2 | `maxIdleNanos` is no metric of a runtime: `help metrics` lists all",
        "tail images --fields busyRati | 2 | `busyRati` is no metric: did you mean `busyRatio`? `help metrics` lists all",
      })
  void aMistakeIsOneSentenceAndACode(String command, int code, String sentence) {
    connect("JMX");
    assertThat(console.run(command)).as(console.errors().toString()).isEqualTo(code);
    assertThat(console.errors()).singleElement().asString().contains(sentence);
    assertThat(console.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JMX", "Jolokia"})
  void aPoolThatIsShutDownIsLetGoOfByWhoFollowsIt(String wire) throws Exception {
    try (Watched other = Watched.startWithPools()) {
      console
          .session()
          .connect(wire.equals("JMX") ? Long.toString(other.pid()) : other.jolokiaUrl());
      CompletableFuture<Integer> code = new CompletableFuture<>();
      Thread.ofPlatform()
          .daemon()
          .start(() -> code.complete(console.run("tail images virtual-threads --count 4")));
      Await.until(() -> console.lines().size() >= 1 + 2, () -> console.errors().toString());
      other.shutImagesDown();
      assertThat(code.get(60, TimeUnit.SECONDS)).as(console.errors().toString()).isZero();
      assertThat(console.notes()).containsExactly("images was removed: no longer followed");
      assertThat(console.lines().getLast()).contains(" virtual-threads ");
      assertThat(console.run("tail images")).isEqualTo(ExitCode.FAILED);
      assertThat(console.errors())
          .singleElement()
          .asString()
          .contains("has no monitor or runtime `images`");
    }
  }

  @Test
  void anOlderPickglassHasNoRuntimesAndAllElseOfItIsShown() {
    try (Watched older = Watched.startOlder()) {
      for (String target : List.of(Long.toString(older.pid()), older.jolokiaUrl())) {
        console.session().connect(target);
        assertThat(answer("show orders").getFirst()).startsWith("orders, since the start: ");
        assertThat(answer("runtimes")).singleElement().asString().startsWith("no runtimes: ");
        console.errors().clear();
        assertThat(console.run("tail --runtimes")).isEqualTo(ExitCode.FAILED);
        assertThat(console.errors()).singleElement().asString().contains("no runtime to follow");
      }
    }
  }
}
