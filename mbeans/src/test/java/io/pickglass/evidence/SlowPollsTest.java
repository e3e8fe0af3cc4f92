package io.pickglass.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.StackCount;
import io.pickglass.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SlowPollsTest {
  private static final long MS = 1_000_000;

  private final SlowPolls polls = new SlowPolls();

  private static Sample sample(String monitor, int task, long millis, String... code) {
    return new Sample(
        monitor,
        "v" + task,
        "",
        "carrier",
        task,
        1_000,
        millis * MS,
        0,
        0,
        Verdict.WAITING,
        Stream.of(code).map(name -> new StackTraceElement("App", name, "App.java", 1)).toList(),
        "");
  }

  private static List<Tuple> counted(SlowPollReport report) {
    return report.stacks().stream()
        .map(stack ->
            Tuple.tuple(
                stack.frames().getFirst(),
                stack.pollCount(),
                stack.totalNanos() / MS,
                stack.longestNanos() / MS))
        .toList();
  }

  @Test
  void pollsInTheSameCodeAreCountedTogetherTheMostTimeFirst() {
    polls.add(sample("m", 1, 150, "read", "run"), null);
    polls.add(sample("m", 2, 200, "sum", "run"), null);
    polls.add(sample("m", 3, 110, "read", "run"), null);
    assertThat(counted(polls.of("m")))
        .containsExactly(
            Tuple.tuple("App.read(App.java:1)", 2L, 260L, 150L),
            Tuple.tuple("App.sum(App.java:1)", 1L, 200L, 200L));
    assertThat(polls.of("m").last()).extracting(SlowPoll::taskId).isEqualTo("v3");
    assertThat(polls.of("m").slowest()).extracting(SlowPoll::taskId).isEqualTo("v2");
    assertThat(polls.of("m").pollCount()).isEqualTo(3);
  }

  @Test
  void theTimeOfAPollThatGoesOnBelongsToWhereItWasFound() {
    Sample first = sample("m", 1, 100, "read", "run");
    Sample second = sample("m", 1, 200, "read", "run");
    Sample third = sample("m", 1, 400, "sum", "run");
    polls.add(first, null);
    polls.add(second, first);
    polls.add(third, second);
    assertThat(counted(polls.of("m")))
        .containsExactlyInAnyOrder(
            Tuple.tuple("App.read(App.java:1)", 1L, 200L, 200L),
            Tuple.tuple("App.sum(App.java:1)", 1L, 200L, 400L));
    assertThat(polls.of("m").pollCount()).isEqualTo(1);
    assertThat(polls.ofTask("v1")).extracting(SlowPoll::runningNanos).containsExactly(400 * MS);
  }

  @Test
  void anotherLineOfTheSameMethodIsTheSameCodeAndAnotherMethodIsNot() {
    String[] deep = Collections.nCopies(16, "same").toArray(new String[17]);
    deep[16] = "outermost";
    String[] other = deep.clone();
    other[16] = "another outermost";
    polls.add(sample("m", 1, 100, deep), null);
    polls.add(sample("m", 2, 100, other), null);
    assertThat(polls.of("m").stacks()).hasSize(1);
    other[15] = "different";
    polls.add(sample("m", 3, 100, other), null);
    assertThat(polls.of("m").stacks()).hasSize(2);
  }

  @Test
  void aMonitorKeepsTheStacksThatWereFoundLately() {
    for (int i = 0; i < 40; i++) {
      polls.add(sample("m", i, 100, "code" + i), null);
      polls.add(sample("m", 100 + i, 100, "code0"), null);
    }
    SlowPollReport report = polls.of("m");
    assertThat(report.stacks()).hasSize(SlowPolls.STACKS_OF_MONITOR);
    assertThat(report.forgottenStackCount()).isEqualTo(40 - SlowPolls.STACKS_OF_MONITOR);
    assertThat(report.stacks().getFirst())
        .extracting(StackCount::pollCount, StackCount::totalNanos)
        .containsExactly(41L, 4_100 * MS);
    assertThat(report.pollCount()).isEqualTo(80);
  }

  @Test
  void allMonitorsTogetherKeepSoManyStacksAndOnlySoManyAreKept() {
    for (int monitor = 0; monitor < 300; monitor++) {
      for (int i = 0; i < 10; i++) {
        polls.add(sample("m" + monitor, i, 100, "code" + i), null);
      }
    }
    List<SlowPollReport> kept = new ArrayList<>();
    for (int monitor = 0; monitor < 300; monitor++) {
      kept.add(polls.of("m" + monitor));
    }
    assertThat(kept.stream().mapToInt(report -> report.stacks().size()).sum())
        .isEqualTo(SlowPolls.STACKS);
    assertThat(kept.stream().filter(report -> report.last() != null).count())
        .isEqualTo(SlowPolls.MONITORS);
    assertThat(kept.getFirst()).isEqualTo(SlowPollReport.none("m0"));
    assertThat(kept.getLast().stacks()).hasSize(10);
    assertThat(kept.get(100).stacks()).isEmpty();
    assertThat(kept.get(100).forgottenStackCount()).isEqualTo(10);
    assertThat(Objects.requireNonNull(kept.get(100).last()).taskId()).isEqualTo("v9");
  }

  @Test
  void theLatestPollsOfAllTasksAreKeptSoManyOfThem() {
    for (int i = 0; i <= SlowPolls.LATEST; i++) {
      polls.add(sample("m", i, 100, "code"), null);
    }
    assertThat(polls.ofTask("v0")).isEmpty();
    assertThat(polls.ofTask("v1")).hasSize(1);
  }

  @Test
  void nothingIsKeptOfAMonitorThatWasRemoved() {
    polls.add(sample("gone", 1, 100, "code"), null);
    polls.add(sample("stays", 2, 100, "code"), null);
    polls.forget("gone");
    polls.forget("never there");
    assertThat(polls.of("gone")).isEqualTo(SlowPollReport.none("gone"));
    assertThat(polls.ofTask("v1")).isEmpty();
    assertThat(polls.of("stays").stacks()).hasSize(1);
  }

  @Test
  void aStackKeepsItsInnermostFrames() {
    StackTraceElement[] deep = new StackTraceElement[1_000];
    for (int i = 0; i < deep.length; i++) {
      deep[i] = new StackTraceElement("App", "m" + i, "App.java", 1);
    }
    assertThat(Sample.cut(deep)).hasSize(64).first().isEqualTo(deep[0]);
    assertThat(Sample.cut(new StackTraceElement[] {deep[7]})).containsExactly(deep[7]);
  }
}
