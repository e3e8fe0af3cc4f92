package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.*;
import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.explain.Question.COMPUTES;
import static io.pickglass.repl.explain.Question.MANY;
import static io.pickglass.repl.explain.Question.READY;
import static io.pickglass.repl.explain.Question.UNSEEN;
import static io.pickglass.repl.explain.Question.WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.model.TaskMetrics;
import io.pickglass.repl.Intervals;
import io.pickglass.repl.series.Switches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each question about a monitor, on both sides of where its answer turns. */
class BranchesTest {
  private static final long MS = 1_000_000;
  private static final long S = 1000 * MS;

  /** Ten tasks that lived a tenth of a second each. */
  private static Object[] tasks(Object... more) {
    Object[] all = {INSTRUMENTED_COUNT, 10, ENDED_COUNT, 10, LIVED_NANOS, S, POLL_COUNT, 10};
    List<Object> metrics = new ArrayList<>(List.of(all));
    metrics.addAll(List.of(more));
    return metrics.toArray();
  }

  private static Object[] waiting(long idlePeriods, long mean) {
    return tasks(
        IDLE_RATIO,
        0.97,
        IDLE_COUNT,
        idlePeriods,
        IDLE_NANOS,
        idlePeriods * mean,
        MAX_IDLE_NANOS,
        2 * mean);
  }

  @Test
  void whoIdlesLongWaits() {
    Finding finding = Case.of(waiting(20, 48 * MS)).finding(WAITS);
    assertThat(finding.answer()).isEqualTo(Answer.YES);
    assertThat(finding.numbers())
        .containsExactly(
            new Reading("idleRatio", 0.97, "97.00%"),
            new Reading("meanIdleNanos", 48 * MS, "48.00ms"));
    assertThat(finding.meaning())
        .isEqualTo("the tasks of `orders` wait 97.0% of their time, 97ms each");
    assertThat(finding.evidence())
        .containsExactly("the longest wait, 96ms, is near the mean: all wait alike");
    assertThat(finding.weight()).isEqualTo(0.97);
  }

  @Test
  void whoIdlesShortlyOrSeldomDoesNot() {
    assertThat(Case.of(waiting(1000, MS)).finding(WAITS).evidence())
        .containsExactly("it waits often, but never long: see 4");
    assertThat(Case.of(tasks(IDLE_RATIO, 0.29)).finding(WAITS).answer()).isEqualTo(Answer.NO);
    // A hundred tasks in a second: 9.7 ms each.
    assertThat(Case.of(ENDED_COUNT, 100, LIVED_NANOS, S, IDLE_RATIO, 0.97).finding(WAITS).answer())
        .isEqualTo(Answer.NO);
  }

  @Test
  void aSectionThatWaitsAsLongIsWhereTheyWait() {
    Case waits =
        Case.of(waiting(20, 48 * MS))
            .with("db", ENDED_COUNT, 10, LIVED_NANOS, S - MS, IDLE_RATIO, 0.96)
            .with("json", ENDED_COUNT, 10, LIVED_NANOS, 5 * MS, IDLE_RATIO, 0.0);
    assertThat(waits.finding(WAITS).evidence())
        .startsWith("`db` waits 99% as long: the waiting is in there", "not in `json`");
    assertThat(waits.explained().next()).isEqualTo("`explain db`, where they wait");
    // One that lives longer contains it.
    Case inner = Case.of(waiting(20, 48 * MS)).with("http", LIVED_NANOS, 2 * S, IDLE_RATIO, 0.96);
    assertThat(inner.explained().next()).startsWith("`tasks --monitor orders --state idle ");
  }

  @Test
  void tasksThatNobodyWakesAreSaidToBeSo() {
    Finding finding =
        Case.of(LIVE_COUNT, 20, LIVED_NANOS, 20 * S, IDLE_RATIO, 1.0, IDLE_NOW_COUNT, 20)
            .clue(WAITS, "now: v7 is idle")
            .finding(WAITS);
    assertThat(finding.isYes()).isTrue();
    assertThat(finding.evidence())
        .containsExactly(
            "none of its 20 tasks has ended: nothing wakes them, as after a lost signal or in a deadlock",
            "now: v7 is idle");
  }

  @Test
  void shortWaitsThatEndedHideNoneThatHaveNot() {
    Finding finding =
        Case.of(
                tasks(
                    LIVE_COUNT,
                    62,
                    LIVED_NANOS,
                    62 * S,
                    IDLE_RATIO,
                    1.0,
                    IDLE_COUNT,
                    1,
                    IDLE_NANOS,
                    50_000,
                    IDLE_NOW_COUNT,
                    62))
            .finding(WAITS);
    assertThat(finding.isYes()).isTrue();
    assertThat(finding.evidence())
        .containsExactly("most of this waiting has not ended yet: 62 tasks wait now");
  }

  @Test
  void fewLongPollsAreWhatComputes() {
    long[] polls = new long[100];
    Arrays.fill(polls, MS);
    polls[0] = 300 * MS;
    polls[1] = 300 * MS;
    TaskInterval orders = withPolls(polls);
    Finding finding = Case.of(orders).finding(COMPUTES);
    assertThat(finding.answer()).isEqualTo(Answer.YES);
    assertThat(finding.meaning())
        .isEqualTo("2 of 100 polls of `orders` take 85% of the time of all, up to 300ms");
    assertThat(finding.evidence()).first().asString().startsWith("few polls are long: ");
    assertThat(finding.weight()).isEqualTo(0.7);
  }

  @Test
  void shortPollsDoNotComputeHoweverManyThereAre() {
    long[] polls = new long[1000];
    Arrays.fill(polls, MS);
    Finding finding = Case.of(withPolls(polls)).finding(COMPUTES);
    assertThat(finding.answer()).isEqualTo(Answer.NO);
    assertThat(finding.evidence()).containsExactly("its polls are short");
  }

  @Test
  void longPollsOfOneMomentAreNoTrouble() {
    TaskInterval start = withPolls(300 * MS, 300 * MS);
    TaskInterval later = withPolls(MS);
    Case moment = Case.of(start).in(List.of(start, later, later, later));
    assertThat(moment.finding(COMPUTES).evidence())
        .containsExactly("long polls were there only for a moment");
  }

  @Test
  void pollsThatUseNoProcessorWait() {
    Case waits =
        Case.of(withPolls(S, S))
            .on(Case.scheduler(2, RuntimeMetric.BUSY_NANOS, S, RuntimeMetric.CPU_NANOS, 20 * MS));
    assertThat(waits.finding(COMPUTES).evidence())
        .containsExactly(
            "most polls are long: the work itself is dear, or looks like computing and waits in files,"
                + " class initializers, native code",
            "`virtual-threads` used 0.0 s of processor time in 2.0 s of polls: they wait in there more"
                + " than they compute");
  }

  private static TaskInterval withPolls(long... nanos) {
    long sum = Arrays.stream(nanos).sum();
    TaskMetrics.Builder metrics = new TaskMetrics.Builder();
    Intervals.withPolls("orders", 1, nanos)
        .metrics()
        .histogram(Distribution.POLL)
        .ifPresent(h -> metrics.histogram(Distribution.POLL, h));
    metrics.set(POLL_COUNT, nanos.length).set(POLL_NANOS, sum);
    metrics.set(MAX_POLL_NANOS, Arrays.stream(nanos).max().orElse(0));
    metrics.set(ENDED_COUNT, nanos.length).set(INSTRUMENTED_COUNT, nanos.length);
    metrics.set(LIVED_NANOS, S).setRatio(BUSY_RATIO, 0.7);
    return interval("orders", 1, metrics.build());
  }

  private static Object[] ready(double ratio) {
    return tasks(
        SCHEDULED_RATIO,
        ratio,
        FIRST_POLL_COUNT,
        10,
        FIRST_POLL_DELAY_NANOS,
        900 * MS,
        SCHEDULED_NOW_COUNT,
        3,
        OLDEST_SCHEDULED_NANOS,
        120 * MS);
  }

  @Test
  void whoIsReadyAndNotRunIsTheVictimOfWhoHoldsTheThreads() {
    Case ready =
        Case.of(ready(0.9)).with("plugins", POLL_COUNT, 2, POLL_NANOS, S, MAX_POLL_NANOS, 600 * MS);
    assertThat(ready.finding(READY).evidence())
        .containsExactly(
            "new tasks wait longest, for their first poll",
            "3 wait now, the oldest since 120ms",
            "the longest polls are those of `plugins`, up to 600ms");
    assertThat(ready.explained().meaning())
        .isEqualTo("the tasks of `orders` are ready and not run 90.0% of their time, 90ms each");
    assertThat(ready.explained().next()).startsWith("`explain plugins`, which holds the threads");
    assertThat(Case.of(ready(0.9)).finding(READY).evidence())
        .last()
        .asString()
        .startsWith("no watched task has long polls: ");
  }

  @Test
  void aShareOfReadinessThatIsSmallOrOfAMomentIsNone() {
    assertThat(Case.of(ready(0.29)).finding(READY).evidence()).isEmpty();
    TaskInterval late = interval("orders", 1, ready(0.9));
    TaskInterval well = interval("orders", 2, tasks());
    assertThat(Case.of(late).in(List.of(late, late, well)).finding(READY).evidence())
        .containsExactly("only for a moment");
    assertThat(Case.of(late).in(List.of(late, late, late, well)).finding(READY).isYes()).isTrue();
  }

  @Test
  void manyShortRoundsAreTalk() {
    Finding finding =
        Case.of(
                tasks(
                    POLL_COUNT,
                    500,
                    IDLE_COUNT,
                    490,
                    IDLE_NANOS,
                    490 * MS / 2,
                    IDLE_RATIO,
                    0.9,
                    SCHEDULED_COUNT,
                    490))
            .finding(MANY);
    assertThat(finding.meaning())
        .isEqualTo("the tasks of `orders` talk too much: 50 short rounds each, which could be one");
    assertThat(finding.numbers().getFirst())
        .isEqualTo(new Reading("pollCount / endedCount", 50.0, "50.0"));
    assertThat(finding.evidence())
        .containsExactly(
            "49 waits a task, 500µs each: no number is bad, and together they are 90ms");
  }

  @Test
  void wakesOfItsOwnAreALoopOfYields() {
    Case restless =
        Case.of(tasks(POLL_COUNT, 50_000, SELF_WAKE_COUNT, 49_000, SCHEDULED_COUNT, 49_990));
    assertThat(restless.finding(MANY).evidence())
        .containsExactly("49000 of 49990 wakes are its own: it yields, and is run again at once");
    assertThat(restless.explained().meaning())
        .isEqualTo(
            "the tasks of `orders` yield in a loop, 5000 polls each, waiting for something that could"
                + " wake them");
  }

  @Test
  void aSectionWithTheSamePollsIsWhereTheyAre() {
    Case many =
        Case.of(tasks(POLL_COUNT, 50_000, SELF_WAKE_COUNT, 49_000, SCHEDULED_COUNT, 49_990))
            .with("root", POLL_COUNT, 49_000, LIVED_NANOS, S / 2)
            .with("http", POLL_COUNT, 51_000, LIVED_NANOS, 2 * S);
    assertThat(many.finding(MANY).evidence())
        .contains("nearly all of these polls are in `root`, too: it is in there");
    assertThat(many.explained().next()).isEqualTo("`explain root`, where they are");
  }

  @Test
  void fewTurnsOrLongWaitsOrALongLifeAreNotTooManyTurns() {
    assertThat(Case.of(tasks(POLL_COUNT, 199)).finding(MANY).answer()).isEqualTo(Answer.NO);
    assertThat(
            Case.of(tasks(POLL_COUNT, 500, IDLE_COUNT, 1, IDLE_NANOS, 5 * MS, SCHEDULED_COUNT, 9))
                .finding(MANY)
                .evidence())
        .containsExactly("its waits are long: see 1");
    assertThat(Case.of(ENDED_COUNT, 1, POLL_COUNT, 99, LIVED_NANOS, S).finding(MANY).answer())
        .isEqualTo(Answer.NO);
    assertThat(Case.of(LIVE_COUNT, 1, POLL_COUNT, 500, LIVED_NANOS, S).finding(MANY).evidence())
        .containsExactly("no task has ended, so polls per task are not known");
  }

  @Test
  void aMonitorThatIsOffSeesNothing() {
    Case off = Case.of(tasks()).switched(new Switches(true, Set.of("orders")));
    assertThat(off.explained().meaning())
        .isEqualTo("`orders` is off, so it does not see new tasks");
    assertThat(off.explained().next()).isEqualTo("`set orders enabled=on`");
    Case allOff = Case.of(tasks()).switched(new Switches(false, Set.of()));
    assertThat(allOff.explained().next()).isEqualTo("`set enabled=on` turns all monitors on");
  }

  @Test
  void withoutTasksOrPollsTheOtherQuestionsCannotBeAnswered() {
    Case none = Case.of();
    assertThat(none.explained().findings().subList(0, 4))
        .extracting(Finding::answer)
        .containsOnly(Answer.UNKNOWN);
    assertThat(none.explained().meaning())
        .isEqualTo(
            "`orders` has had no task in the last 1s: what is slow is not under this monitor");
    Case blind = Case.of(Intervals.withoutPolls("orders", 1, 5)).because("java.lang is not open");
    assertThat(blind.explained().findings().subList(0, 4))
        .extracting(Finding::evidence)
        .containsOnly(List.of("polls are not seen in this process: see 5"));
    assertThat(blind.finding(UNSEEN).evidence())
        .containsExactly("the tracking mode is TASK: java.lang is not open");
  }

  @Test
  void moreTasksInAPollThanCarriersWaitUnseen() {
    Case unseen = Case.of(tasks(BUSY_RATIO, 1.0, LIVE_COUNT, 5, RUNNING_COUNT, 5));
    assertThat(unseen.finding(UNSEEN).evidence())
        .containsExactly("5 tasks were in a poll at once, on 2 carriers, and none has ever idled");
    assertThat(unseen.explained().meaning())
        .startsWith("the tasks of `orders` wait in their only poll, which nobody sees");
    assertThat(Case.of(tasks(BUSY_RATIO, 1.0, RUNNING_COUNT, 4)).finding(UNSEEN).answer())
        .isEqualTo(Answer.NO);
    assertThat(
            Case.of(tasks(BUSY_RATIO, 1.0, RUNNING_COUNT, 5, IDLE_COUNT, 1))
                .finding(UNSEEN)
                .answer())
        .isEqualTo(Answer.NO);
  }
}
