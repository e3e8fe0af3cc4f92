package io.pickglass.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.repl.Await;
import io.pickglass.repl.Watched;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TailTest {
  private final Console console = new Console();

  private CompletableFuture<Integer> inBackground(String command) {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> code.complete(console.run(command)));
    return code;
  }

  private void awaitLines(int count) {
    Await.until(
        () -> console.lines().size() >= count,
        () -> console.lines() + " " + console.notes() + " " + console.errors());
  }

  @Test
  void aRestartOfTheTargetIsSaidAndFollowed() throws Exception {
    Watched first = Watched.start();
    try {
      console.session().timeout(Duration.ofSeconds(30));
      console.session().connect(first.jolokiaUrl());
      CompletableFuture<Integer> code = inBackground("tail orders --count 4");
      awaitLines(1 + 2);
      first.kill();
      Await.until(() -> !console.notes().isEmpty(), () -> "nobody noticed");
      try (Watched second = Watched.startAt(first.jolokiaPort())) {
        assertThat(code.get(60, TimeUnit.SECONDS)).as(console.errors().toString()).isZero();
      }
      assertThat(console.notes())
          .contains("waiting up to 30s for it to come back")
          .contains("the target has restarted: its sequence numbers begin anew");
      assertThat(console.lines().getLast()).containsPattern("^ +[12]  orders ");
    } finally {
      first.close();
    }
  }

  @Test
  void aTargetThatStaysAwayIsOneLineOfWaitingAndOneVerdict() throws Exception {
    try (Watched watched = Watched.start()) {
      console.session().timeout(Duration.ofSeconds(1));
      console.session().connect(watched.jolokiaUrl());
      CompletableFuture<Integer> code = inBackground("tail orders");
      awaitLines(1 + 1);
      watched.kill();
      assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(console.notes()).containsExactly("waiting up to 1s for it to come back");
      assertThat(console.errors()).singleElement().asString().contains("has probably ended");
    }
  }

  @Test
  void aProcessThatHasEndedIsNotWaitedFor() throws Exception {
    try (Watched watched = Watched.start()) {
      console.session().connect(Long.toString(watched.pid()));
      CompletableFuture<Integer> code = inBackground("tail orders");
      awaitLines(1 + 1);
      watched.kill();
      assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(console.errors()).singleElement().asString().contains("has probably ended");
      assertThat(console.session().targetName()).isEmpty();
    }
  }

  @Test
  void everyLineOfSeveralIntervalsIsTheirSum() {
    try (Watched watched = Watched.start()) {
      console.session().connect(Long.toString(watched.pid()));
      assertThat(console.run("set output json; tail orders --from 1 --every 2 --count 1")).isZero();
      assertThat(console.lines())
          .singleElement()
          .asString()
          .contains("\"sequence\":2,", "\"elapsedNanos\":");
      console.lines().clear();
      assertThat(console.run("tail orders --last 1 --count 1 --fields pollCount --rate")).isZero();
      assertThat(console.lines())
          .singleElement()
          .asString()
          .containsPattern("\"pollCount\":\\d+\\.\\d+");
    }
  }

  @Test
  void whereItStartsCanBeCountedFromTheEnd() {
    try (Watched watched = Watched.start()) {
      console.session().connect(Long.toString(watched.pid()));
      Await.until(() -> newest() >= 4, () -> "the sampler does not tick");
      long before = newest();
      assertThat(console.run("tail orders --from -3 --count 3")).isZero();
      long first = Long.parseLong(console.lines().get(1).strip().split(" +")[0]);
      assertThat(first).isBetween(before - 2, newest() - 2);
      assertThat(console.lines()).hasSize(1 + 3);
      assertThat(console.notes()).isEmpty();
    }
  }

  @Test
  void whoStartsBeyondTheLastIsToldThatItWaits() {
    try (Watched watched = Watched.start()) {
      console.session().connect(Long.toString(watched.pid()));
      Await.until(() -> newest() >= 1, () -> "the sampler does not tick");
      long later = newest() + 2;
      assertThat(console.run("tail orders --from " + later + " --count 1")).isZero();
      assertThat(console.notes())
          .singleElement()
          .asString()
          .matches("waiting for " + later + ", the last is \\d+");
      assertThat(console.lines().getLast()).containsPattern("^ +" + later + "  orders ");
    }
  }

  private long newest() {
    return console.session().target().describe().lastSequence();
  }

  @Test
  void withoutNamesAllMonitorsAreFollowed() {
    try (Watched watched = Watched.start()) {
      console.session().connect(Long.toString(watched.pid()));
      assertThat(console.run("tail --count 1")).isZero();
      List<String> monitors = console.session().target().names().monitors();
      assertThat(console.lines()).hasSize(1 + monitors.size());
    }
  }

  @Test
  void severalTargetsStandSideBySideAndEachIntervalOnce() {
    try (Watched first = Watched.start();
        Watched second = Watched.start()) {
      console.session().connect(Long.toString(first.pid()));
      String tail = "tail orders users.insert --count 3 --fields pollCount --target ";
      assertThat(console.run(tail + second.jolokiaUrl())).as("" + console.errors()).isZero();
      assertThat(console.lines().getFirst()).matches(" +seq  monitor +target +pollCount");
      List<List<String>> lines =
          console.lines().stream()
              .skip(1)
              .map(line -> List.of(line.strip().split(" {2,}")))
              .toList();
      String one = console.session().targetName().orElseThrow();
      String other = otherThan(one);
      List<String> ofFirst = sequences(lines, "orders", one);
      List<String> ofSecond = sequences(lines, "orders", other);
      assertThat(ofFirst).hasSize(3).isEqualTo(consecutive(ofFirst));
      assertThat(ofSecond).hasSize(3).isEqualTo(consecutive(ofSecond));
      assertThat(sequences(lines, "users.insert", one)).isEqualTo(ofFirst);
      assertThat(sequences(lines, "users.insert", other)).isEqualTo(ofSecond);
      assertThat(one).isEqualTo("process " + first.pid());
    }
  }

  private String otherThan(String title) {
    return console.session().open().stream()
        .map(OpenTarget::title)
        .filter(each -> !each.equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sequences(List<List<String>> lines, String monitor, String target) {
    return lines.stream()
        .filter(line -> line.get(1).equals(monitor) && line.get(2).equals(target))
        .map(List::getFirst)
        .toList();
  }

  private static List<String> consecutive(List<String> sequences) {
    long first = Long.parseLong(sequences.getFirst());
    return LongStream.range(first, first + sequences.size()).mapToObj(Long::toString).toList();
  }

  @Test
  void oneOfSeveralTargetsThatEndsIsLetGoAndTheOthersGoOn() throws Exception {
    try (Watched first = Watched.start();
        Watched second = Watched.start()) {
      console.session().connect(Long.toString(first.pid()));
      CompletableFuture<Integer> code =
          inBackground("tail orders --count 6 --target " + second.pid());
      awaitLines(1 + 2);
      second.kill();
      assertThat(code.get(60, TimeUnit.SECONDS)).as("" + console.errors()).isZero();
      assertThat(console.notes())
          .anyMatch(
              note -> note.startsWith("process %d: no longer followed: ".formatted(second.pid())));
      assertThat(console.lines().stream().filter(line -> line.contains("process " + first.pid())))
          .hasSize(6);
    }
  }

  @Test
  void aTargetWithoutWhatIsFollowedIsNamed() {
    try (Watched first = Watched.startWaiting();
        Watched second = Watched.start()) {
      console.session().connect(Long.toString(first.pid()));
      assertThat(console.run("tail till --target " + second.pid())).isEqualTo(ExitCode.FAILED);
      assertThat(console.errors())
          .containsExactly(
              "process %d has no monitor `till`: it has orders, users.insert"
                  .formatted(second.pid()));
    }
  }
}
