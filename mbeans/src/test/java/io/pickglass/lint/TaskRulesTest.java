package io.pickglass.lint;

import static io.pickglass.lint.Desk.BEGIN;
import static io.pickglass.lint.Desk.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.TaskHandle;
import io.pickglass.instrument.PlainTask;
import io.pickglass.model.Outcome;
import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule that is asked of tasks: when it must be raised, and when it must not. */
class TaskRulesTest {
  @Test
  void aLongPollIsRaisedWhileItRunsWithItsSentence() {
    Desk desk = Desk.of("long-poll");
    TaskHandle task = desk.task("orders", "download 17");
    desk.passMillis(7);
    task.poll(() -> {
      desk.passMillis(99);
      assertThat(desk.look("long-poll")).isEmpty();
      desk.passMillis(1);
      String id = desk.id("download 17");
      assertThat(desk.look("long-poll"))
          .contains(
              new Warning(
                  1,
                  "long-poll",
                  "warning",
                  "monitor",
                  "orders",
                  "1 task of orders has run for 100 ms or longer without a pause",
                  BEGIN + 107,
                  BEGIN + 107,
                  0,
                  1,
                  1,
                  nanos(100),
                  nanos(100),
                  nanos(100),
                  "nanoseconds",
                  List.of(
                      new WarnedTask(
                          id,
                          "download 17",
                          nanos(100),
                          id + " (download 17) has run for 100 ms without a pause")),
                  List.of()));
    });
  }

  @Test
  void aLongPollThatIsOverIsNoMatter() {
    Desk desk = Desk.of("long-poll");
    TaskHandle task = desk.task("orders", "slow");
    task.poll(() -> desk.passMillis(5_000));
    assertThat(desk.look("long-poll")).isEmpty();
  }

  @Test
  void manyShortPollsAreNoLongOne() {
    Desk desk = Desk.of("long-poll");
    TaskHandle task = desk.task("orders", "busy");
    for (int i = 0; i < 50; i++) {
      task.wake();
      task.poll(() -> {
        desk.passMillis(99);
        assertThat(desk.look("long-poll")).isEmpty();
      });
    }
  }

  @Test
  void whatAPoolRunsForLongIsALongPollToo() {
    Desk desk = Desk.of("long-poll");
    PlainTask task = desk.running("jobs");
    desk.passMillis(1_250);
    assertThat(desk.look("long-poll").orElseThrow().tasks().getFirst().sentence())
        .endsWith(" has run for 1.2 s without a pause");
    task.end(Outcome.RETURNED);
  }

  @Test
  void aTaskThatWaitsForHoursForGoodReasonsIsNoMatterForAnyRule() {
    Desk desk = new Desk();
    TaskHandle task = desk.task("orders", "listener");
    task.poll(() -> desk.passMillis(1));
    for (int hour = 0; hour < 24; hour++) {
      desk.passMillis(3_600_000);
      desk.warnings.look();
    }
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void aFirstPollOfASecondHasNeverYielded() {
    Desk desk = Desk.of("never-yielded");
    TaskHandle task = desk.task("orders", "greedy");
    desk.passMillis(50);
    task.poll(() -> {
      desk.passMillis(999);
      assertThat(desk.look("never-yielded")).isEmpty();
      desk.passMillis(2_501);
      String id = desk.id("greedy");
      Warning warning = desk.look("never-yielded").orElseThrow();
      assertThat(warning.summary())
          .isEqualTo("1 task of orders has never yielded in 1 s or more since it began to run");
      assertThat(warning.tasks())
          .containsExactly(
              new WarnedTask(
                  id,
                  "greedy",
                  nanos(3_500),
                  id
                      + " (greedy) has run since its first poll began, 3.5 s ago, and has never"
                      + " yielded"));
    });
  }

  @Test
  void whoHasYieldedOnceMayRunForLong() {
    Desk desk = Desk.of("never-yielded");
    TaskHandle task = desk.task("orders", "polite");
    task.poll(() -> desk.passMillis(1));
    task.wake();
    task.poll(() -> {
      desk.passMillis(60_000);
      assertThat(desk.look("never-yielded")).isEmpty();
    });
  }

  @Test
  void whoHasNotBegunHasNotFailedToYield() {
    Desk desk = Desk.of("never-yielded");
    desk.task("orders", "queued");
    desk.passMillis(60_000);
    assertThat(desk.look("never-yielded")).isEmpty();
  }

  @Test
  void whatAPoolRunsHasOnePollByItsNature() {
    Desk desk = Desk.of("never-yielded");
    desk.running("jobs");
    desk.passMillis(60_000);
    assertThat(desk.look("never-yielded")).isEmpty();
  }

  @Test
  void aTaskThatIsReadyAndFindsNoThreadIsLongScheduled() {
    Desk desk = Desk.of("long-scheduled");
    TaskHandle task = desk.task("orders", "next");
    task.poll(() -> desk.passMillis(1));
    desk.passMillis(500);
    task.wake();
    desk.passMillis(99);
    assertThat(desk.look("long-scheduled")).isEmpty();
    desk.passMillis(1);
    Warning warning = desk.look("long-scheduled").orElseThrow();
    String id = desk.id("next");
    assertThat(warning.summary())
        .isEqualTo("1 task of orders has been ready for 100 ms or longer without a thread");
    assertThat(warning.tasks())
        .containsExactly(
            new WarnedTask(
                id,
                "next",
                nanos(100),
                id + " (next) has been ready for 100 ms and waits for a thread"));
  }

  @Test
  void aTaskInAQueueIsReadySinceItWasGiven() {
    Desk desk = Desk.of("long-scheduled");
    desk.given("jobs");
    desk.passMillis(99);
    assertThat(desk.look("long-scheduled")).isEmpty();
    desk.passMillis(201);
    assertThat(desk.look("long-scheduled").orElseThrow().value()).isEqualTo(nanos(300));
  }

  @Test
  void whoWakesItselfMoreThanHalfTheTimeIsWarnedOfFromAHundredWakesOn() {
    Desk desk = Desk.of("self-wakes");
    PlainTask task = desk.given("spinners");
    poll(task, false);
    yieldTimes(task, 98);
    assertThat(desk.look("self-wakes")).as("99 wakes, 98 of its own").isEmpty();
    yieldTimes(task, 1);
    Warning warning = desk.look("self-wakes").orElseThrow();
    assertThat(warning.level()).isEqualTo("info");
    assertThat(warning.summary())
        .isEqualTo("1 task of spinners has woken itself more than 50 % of the time");
    assertThat(warning.tasks().getFirst().sentence())
        .endsWith(" has woken itself 99 times of 100 (99 %)");
    assertThat(List.of(warning.value(), warning.threshold(), warning.unit()))
        .isEqualTo(List.of(99L, 50L, "percent"));
  }

  @Test
  void aSingleSelfWakeIsNoMatter() {
    Desk desk = Desk.of("self-wakes");
    PlainTask task = desk.given("spinners");
    poll(task, false);
    yieldTimes(task, 1);
    assertThat(desk.look("self-wakes")).isEmpty();
  }

  @Test
  void halfOfTheWakesMayBeItsOwn() {
    Desk desk = Desk.of("self-wakes");
    PlainTask task = desk.given("even");
    for (int i = 0; i < 100; i++) {
      poll(task, false);
      poll(task, true);
    }
    assertThat(desk.look("self-wakes")).as("100 of 200").isEmpty();
    poll(task, true);
    assertThat(desk.look("self-wakes").orElseThrow().value()).as("101 of 201").isEqualTo(50);
  }

  private static void yieldTimes(PlainTask task, int polls) {
    for (int i = 0; i < polls; i++) {
      poll(task, true);
    }
  }

  private static void poll(PlainTask task, boolean yielded) {
    task.wake();
    task.endPoll(task.pollStarted(null, yielded));
  }
}
