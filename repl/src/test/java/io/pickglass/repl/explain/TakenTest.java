package io.pickglass.repl.explain;

import static io.pickglass.catalog.RuntimeMetric.*;
import static io.pickglass.repl.explain.Case.scheduler;
import static io.pickglass.repl.explain.Case.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.repl.Intervals;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the threads of runtimes are taken, and by what. */
class TakenTest {
  private static final long MS = 1_000_000;
  private static final long S = 1000 * MS;

  private static Explanation explained(RuntimeSpan runtime) {
    return Explainer.of(
        runtime, "the last 2s", List.of(new Clue(Question.TAKEN, "a clue")), Symbols.UNICODE);
  }

  private static RuntimeSpan starved(long busy, long cpu) {
    return scheduler(
        2, STARVATION_NANOS, 900 * MS, QUEUE_DEPTH, 98, BUSY_NANOS, busy, CPU_NANOS, cpu);
  }

  @Test
  void carriersThatAreBusyAndUseNoProcessorAreBlocked() {
    Explanation explanation = explained(starved(2 * S, 20 * MS));
    assertThat(explanation.meaning())
        .isEqualTo(
            "the carriers of `virtual-threads` are blocked: they are held by tasks that wait and use no"
                + " processor, as in class initializers and native code");
    assertThat(explanation.findings().getFirst().evidence())
        .containsExactly(
            "`virtual-threads`: a probe was late in 2 of 2 intervals, by up to 900ms, and up to 98"
                + " tasks were queued",
            "a clue");
    assertThat(explanation.findings().getFirst().numbers())
        .containsExactly(
            new Reading("starvationNanos", 900 * MS, "900.00ms"),
            new Reading("queueDepth", 98L, "98"));
  }

  @Test
  void carriersThatComputeAreOverloadedAndThoseThatRunNothingAreHeldByOthers() {
    assertThat(explained(starved(2 * S, S)).meaning())
        .isEqualTo(
            "`virtual-threads` is overloaded: its carriers compute, and there is more to compute than"
                + " they can");
    assertThat(explained(starved(100 * MS, 10 * MS)).meaning())
        .startsWith("the carriers of `virtual-threads` are late, and no watched task holds them: ");
  }

  @Test
  void aPoolWhoseThreadsAreAllActiveIsTooSmall() {
    RuntimeSpan pool =
        span(
            "mail",
            false,
            2,
            STARVATION_NANOS,
            3 * S,
            QUEUE_DEPTH,
            200,
            ACTIVE_COUNT,
            1,
            CPU_NANOS,
            MS);
    assertThat(explained(pool).meaning())
        .isEqualTo(
            "the pool `mail` is too small: all its threads (1) are taken, and tasks queue before they"
                + " begin; its tasks wait and compute little, so more threads would help");
    RuntimeSpan computing =
        span(
            "mail",
            false,
            2,
            STARVATION_NANOS,
            3 * S,
            QUEUE_DEPTH,
            2,
            ACTIVE_COUNT,
            1,
            CPU_NANOS,
            S);
    assertThat(explained(computing).meaning())
        .endsWith("; its tasks compute, so more threads would help only on more processors");
  }

  @Test
  void oneWorkerThatDoesAllIsSaid() {
    RuntimeSpan runtime =
        scheduler(
            2,
            STARVATION_NANOS,
            S,
            QUEUE_DEPTH,
            1,
            BUSY_NANOS,
            S,
            CPU_NANOS,
            S,
            MAX_WORKER_BUSY_NANOS,
            S,
            MIN_WORKER_BUSY_NANOS,
            MS);
    assertThat(explained(runtime).findings().getFirst().evidence())
        .contains("one worker does all: more threads would change nothing, one task is too long");
  }

  @Test
  void onceInAWhileIsNoTrouble() {
    List<RuntimeInterval> intervals = new ArrayList<>();
    for (int i = 1; i <= 21; i++) {
      intervals.add(
          Intervals.runtime(
              "virtual-threads", i, STARVATION_NANOS, i <= 2 ? S : 0, QUEUE_DEPTH, 0));
    }
    Explanation seldom = explained(new RuntimeSpan("virtual-threads", true, intervals));
    assertThat(seldom.findings().getFirst().evidence())
        .containsExactly("a probe of `virtual-threads` was late, once in a while");
    assertThat(seldom.meaning()).startsWith("nothing says that the threads of `virtual-threads` ");
    Explanation often =
        explained(new RuntimeSpan("virtual-threads", true, intervals.subList(0, 20)));
    assertThat(often.reason()).isPresent();
  }

  @Test
  void withoutAnIntervalNothingCanBeTold() {
    assertThat(explained(scheduler(0)).findings().getFirst().answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(explained(scheduler(9, STARVATION_NANOS, 99 * MS)).reason()).isEmpty();
  }

  @Test
  void aPoolThatIsTakenIsTheReasonWhereTheMonitorItselfIsWell() {
    Case well =
        Case.of(
                TaskMetric.INSTRUMENTED_COUNT,
                9,
                TaskMetric.ENDED_COUNT,
                9,
                TaskMetric.POLL_COUNT,
                9)
            .on(
                scheduler(2, STARVATION_NANOS, 0, QUEUE_DEPTH, 0),
                span("mail", false, 2, STARVATION_NANOS, 3 * S, QUEUE_DEPTH, 9, ACTIVE_COUNT, 1));
    assertThat(well.explained().meaning()).startsWith("the pool `mail` is too small: ");
    assertThat(well.explained().next()).startsWith("`workers mail` ");
    assertThat(well.on().explained().findings().getLast().answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(well.on(scheduler(2, STARVATION_NANOS, 0)).explained().meaning())
        .startsWith("nothing in the numbers of `orders` says that it is slow: ");
  }
}
