package io.pickglass.lint;

import static io.pickglass.lint.Desk.BEGIN;
import static io.pickglass.lint.Desk.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pickglass.Await;
import io.pickglass.Monitors;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How warnings come, stay and go, whatever they warn of. */
class WarningsTest {
  private final Desk desk = Desk.of("long-poll");

  @Test
  void itIsClearedWhenThreeLooksAndTwoSecondsHaveNotFoundIt() {
    PlainTask task = desk.running("orders");
    desk.passMillis(100);
    Warning raised = desk.look("long-poll").orElseThrow();
    task.end(Outcome.RETURNED);
    for (int look = 1; look <= 3; look++) {
      desk.passMillis(600);
      assertThat(desk.look("long-poll")).as("look %d", look).contains(raised);
    }
    desk.passMillis(199);
    assertThat(desk.look("long-poll")).as("1,999 ms").contains(raised);
    desk.passMillis(1);
    assertThat(desk.look("long-poll")).as("2,000 ms").isEmpty();
    Warning cleared = raised.cleared(BEGIN + 2_100);
    assertThat(desk.warnings.history(10)).containsExactly(cleared);
    assertThat(desk.changes).containsExactly(raised, cleared);
  }

  @Test
  void twoSecondsWithoutThreeLooksAreNotEnough() {
    PlainTask task = desk.running("orders");
    desk.passMillis(100);
    desk.warnings.look();
    task.end(Outcome.RETURNED);
    desk.passMillis(60_000);
    assertThat(desk.look("long-poll")).isPresent();
    assertThat(desk.look("long-poll")).isPresent();
    assertThat(desk.look("long-poll")).isEmpty();
  }

  @Test
  void whatComesAgainAndAgainIsOneWarning() {
    for (int i = 0; i < 50; i++) {
      PlainTask task = desk.running("orders");
      desk.passMillis(100 + i);
      desk.warnings.look();
      task.end(Outcome.RETURNED);
      desk.passMillis(900);
      desk.warnings.look();
      desk.warnings.look();
    }
    Warning warning = desk.warnings.active().getFirst();
    assertThat(desk.changes).hasSize(1);
    assertThat(warning.sinceMillis()).isEqualTo(BEGIN + 100);
    assertThat(warning.seenMillis()).isEqualTo(BEGIN + 49 * 1_000 + 48 * 49 / 2 + 149);
  }

  @Test
  void itRemembersTheMostAndTheWorst() {
    PlainTask first = desk.running("orders");
    PlainTask second = desk.running("orders");
    desk.passMillis(400);
    desk.warnings.look();
    first.end(Outcome.RETURNED);
    second.end(Outcome.RETURNED);
    desk.running("orders");
    desk.passMillis(200);
    Warning warning = desk.look("long-poll").orElseThrow();
    assertThat(warning.summary())
        .isEqualTo("1 task of orders has run for 100 ms or longer without a pause");
    assertThat(List.of(warning.count(), warning.maxCount())).isEqualTo(List.of(1L, 2L));
    assertThat(List.of(warning.value(), warning.maxValue()))
        .isEqualTo(List.of(nanos(200), nanos(400)));
  }

  @Test
  void eachMonitorHasItsOwn() {
    desk.running("orders");
    desk.running("users");
    desk.passMillis(100);
    desk.running("users");
    desk.passMillis(100);
    desk.warnings.look();
    assertThat(desk.warnings.active())
        .extracting(Warning::summary)
        .containsExactlyInAnyOrder(
            "1 task of orders has run for 100 ms or longer without a pause",
            "2 tasks of users have run for 100 ms or longer without a pause");
  }

  @Test
  void anotherThresholdHoldsFromTheNextLookOn() {
    desk.running("orders");
    desk.passMillis(100);
    desk.warnings.rule("long-poll").threshold("150ms");
    assertThat(desk.look("long-poll")).isEmpty();
    desk.passMillis(50);
    assertThat(desk.look("long-poll").orElseThrow().threshold()).isEqualTo(nanos(150));
    desk.warnings.rule("long-poll").threshold("1h");
    desk.lookUntilClear();
    assertThat(desk.warnings.active()).isEmpty();
  }

  @Test
  void anotherLevelHoldsFromTheNextLookOnAndOffClearsAtOnce() {
    desk.running("orders");
    desk.passMillis(100);
    desk.warnings.look();
    desk.warnings.rule("long-poll").level(Level.CRITICAL);
    assertThat(desk.look("long-poll").orElseThrow().level()).isEqualTo("critical");
    desk.warnings.rule("long-poll").level(Level.OFF);
    assertThat(desk.look("long-poll")).isEmpty();
    assertThat(desk.changes.getLast().clearedMillis()).isEqualTo(BEGIN + 100);
    desk.warnings.rule("long-poll").level(Level.INFO);
    assertThat(desk.look("long-poll").orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void ofManyTheWorstTenAreNamedWorstFirst() {
    for (int i = 0; i < 25; i++) {
      desk.running("orders");
      desk.passMillis(10);
    }
    desk.passMillis(100);
    Warning warning = desk.look("long-poll").orElseThrow();
    assertThat(warning.count()).isEqualTo(25);
    assertThat(warning.tasks().stream().map(WarnedTask::value))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(0, 9).map(i -> nanos(350 - 10 * i)).boxed().toList());
  }

  @Test
  void aHundredThousandOfThemAreCountedAndTenAreNamed() {
    List<PlainTask> tasks = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      tasks.add(desk.given("orders"));
    }
    // The later one is looked at, the longer it has run: each is worse than all before.
    desk.passMillis(100);
    tasks.reversed().forEach(task -> beginPollThen(task, 1));
    desk.passMillis(100);
    Warning warning = desk.look("long-poll").orElseThrow();
    assertThat(warning.count()).isEqualTo(100_000);
    assertThat(warning.value()).isEqualTo(nanos(100) + 100_000);
    assertThat(warning.tasks()).hasSize(Warnings.EXAMPLES);
  }

  private void beginPollThen(PlainTask task, long nanos) {
    task.pollStarted(null, false);
    desk.clock.advanceNanos(nanos);
  }

  @Test
  void aThousandAreActiveAndWhatIsBeyondIsCounted() {
    for (int i = 0; i < Warnings.ACTIVE_LIMIT + 7; i++) {
      desk.running("m" + i);
    }
    desk.passMillis(100);
    desk.warnings.look();
    assertThat(desk.warnings.active()).hasSize(Warnings.ACTIVE_LIMIT);
    assertThat(desk.warnings.refusedCount()).isEqualTo(7);
  }

  @Test
  void theLatestThousandAreKeptAndWhatHasFallenOutIsCounted() {
    for (int i = 0; i < Warnings.HISTORY_LIMIT + 5; i++) {
      PlainTask task = desk.running("orders");
      desk.passMillis(100);
      desk.warnings.look();
      task.end(Outcome.RETURNED);
      desk.lookUntilClear();
    }
    List<Warning> kept = desk.warnings.history(Integer.MAX_VALUE);
    assertThat(kept.stream().map(Warning::number))
        .containsExactlyElementsOf(LongStream.rangeClosed(6, 1_005).boxed().toList());
    assertThat(desk.warnings.forgottenCount()).isEqualTo(5);
    assertThat(desk.warnings.raisedCount()).isEqualTo(1_005);
    assertThat(desk.warnings.history(2)).isEqualTo(kept.subList(998, 1_000));
    assertThat(desk.warnings.history(-1)).isEmpty();
  }

  @Test
  void aTaskIsToldWhatIsTheMatterWithItWhetherItIsNamedOrNot() {
    List<PlainTask> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(desk.running("orders"));
    }
    desk.task("orders", "innocent");
    desk.passMillis(100);
    desk.warnings.rule("never-yielded").level(Level.WARNING);
    desk.task("orders", "greedy")
        .poll(() -> {
          desk.passMillis(2_000);
          String id = desk.id("greedy");
          assertThat(desk.warnings.of(id))
              .containsExactly(
                  id
                      + " (greedy) has run since its first poll began, 2 s ago, and has never"
                      + " yielded",
                  id + " (greedy) has run for 2 s without a pause");
          assertThat(desk.warnings.of(desk.id("innocent"))).isEmpty();
        });
  }

  @Test
  void stacksOfTheWorstAreItsEvidence() {
    desk.warnings.stacks(
        (monitor, id, nanos) -> List.of("the stack of " + id + " of " + monitor + " for " + nanos));
    desk.task("orders", "slow")
        .poll(() -> {
          desk.passMillis(100);
          assertThat(desk.look("long-poll").orElseThrow().evidence())
              .containsExactly("the stack of " + desk.id("slow") + " of orders for 100000000");
        });
  }

  @Test
  void longNamesAreCutOff() {
    desk.task("orders", "x".repeat(1_000_000))
        .poll(() -> {
          desk.passMillis(100);
          WarnedTask task = desk.look("long-poll").orElseThrow().tasks().getFirst();
          assertThat(task.name()).isEqualTo("x".repeat(79) + "…");
          assertThat(task.sentence()).hasSizeLessThan(200);
        });
  }

  @Test
  void aSectionCountsAsATaskOfItsMonitorButHasNotFailedToYield() {
    Thread thread =
        Monitors.of(desk.registry.monitor("orders"))
            .start(() -> {
              try (var _ = Monitors.of(desk.registry.monitor("inside")).enter()) {
                desk.passMillis(100);
                desk.warnings.look();
              }
            });
    Await.end(thread);
    assertThat(desk.warnings.active())
        // The thread itself may have waited for a class.
        .filteredOn(warning ->
            !warning.name().equals("never-yielded") || warning.subject().equals("inside"))
        .extracting(
            Warning::name, Warning::subject, warning -> warning.tasks().getFirst().id().charAt(0))
        .containsExactlyInAnyOrder(
            tuple("long-poll", "orders", 'v'), tuple("long-poll", "inside", 's'));
  }

  @Test
  void aRuleTellsHowItIsSet() {
    desk.warnings.rule("self-wakes").threshold("75 %");
    assertThat(desk.warnings.rules().getFirst())
        .isEqualTo(
            new WarningRule(
                "self-wakes",
                "off",
                "info",
                75,
                50,
                "percent",
                "75 %",
                "more than 50 % of a task's wakes, of which there are at least 100, are its own: it"
                    + " yields",
                "Let it wait for something that wakes it: a lock, a queue, a future, a timer.",
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long-poll  | soon   | the threshold \"soon\": give a time such as 250ms or 2s",
        "long-poll  | -1ms   | the threshold \"-1ms\": give a time such as 250ms or 2s",
        "long-poll  | 100    | the threshold \"100\": give a time such as 250ms or 2s",
        "self-wakes | 101%   | the threshold \"101%\": give a share from 0% to 100%",
        "self-wakes | 2s     | the threshold \"2s\": give a share from 0% to 100%",
        "pinned     | 1ms    | the threshold \"1ms\": give 20ms or more, as nobody tells of shorter ones",
        "long-pole  | 1ms    | there is no warning \"long-pole\": give self-wakes, lost-waker,"
            + " never-yielded, long-poll, long-scheduled, pinned, deadlock, convoy, starvation"
      })
  void aThresholdThatIsNoneIsRefused(String rule, String threshold, String sentence) {
    assertThatThrownBy(() -> desk.warnings.rule(rule).threshold(threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void aLevelThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Level.of("loud"))
        .hasMessage("the level \"loud\": give off, info, warning or critical");
    assertThat(Level.of(" Critical ")).isEqualTo(Level.CRITICAL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1500, 1.5 µs",
    "99999, 99 µs",
    "999999, 999 µs",
    "1000000, 1 ms",
    "999999999, 999 ms",
    "1000000000, 1 s",
    "59999999999, 59 s",
    "60000000000, 1 min 0 s",
    "3725000000000, 1 h 2 min"
  })
  void timesAreCutOffAndNeverRoundedUp(long nanos, String text) {
    assertThat(Amount.NANOS.text(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1ns, 1", "2.5us, 2500", "20 ms, 20000000", "1.5S, 1500000000", "2m, 120000000000"})
  void timesAreRead(String text, long nanos) {
    assertThat(Amount.NANOS.parse(text)).isEqualTo(nanos);
  }
}
