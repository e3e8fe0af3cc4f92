package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.BUSY_RATIO;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;

import io.pickglass.repl.view.Symbols;
import java.util.List;

/** 5. The monitor does not see it. */
final class Unseen implements Branch {
  // As many tasks on as many processors may well be in a poll at once, and a few for a moment.
  private static final double MORE = 2;

  @Override
  public Finding look(Evidence e, Symbols symbols) {
    List<Reading> numbers =
        List.of(
            Reading.of(INSTRUMENTED_COUNT, e.tasks(), symbols),
            Reading.of(LIVE_COUNT, e.tasks(), symbols),
            Reading.of(IDLE_COUNT, e.tasks(), symbols));
    if (!e.switches().watches(e.name())) {
      return yes(
          0,
          numbers,
          "it is off: its numbers stand still, whatever the program does",
          "`%s` is off, so it does not see new tasks".formatted(e.name()),
          e.switches().all()
              ? "`set %s enabled=on`".formatted(e.name())
              : "`set enabled=on` turns all monitors on");
    }
    if (!e.seesPolls()) {
      return yes(
          0,
          List.of(Reading.of(INSTRUMENTED_COUNT, e.tasks(), symbols)),
          "the tracking mode is TASK: " + e.modeReason(),
          "polls and waits are not seen in this process, only that tasks begin and end",
          "`info` says why, and what to do");
    }
    if (e.get(INSTRUMENTED_COUNT) == 0 && e.get(LIVE_COUNT) == 0) {
      return yes(
          0,
          numbers,
          "no task was under this monitor in " + e.span(),
          "`%s` has had no task in %s: what is slow is not under this monitor"
              .formatted(e.name(), e.span()),
          "`monitors --interval` shows who has tasks; start the threads with the monitor's threadFactory");
    }
    return waitsInPolls(e, numbers);
  }

  private static Finding waitsInPolls(Evidence e, List<Reading> numbers) {
    long processors = e.runtimes().stream().mapToLong(RuntimeSpan::carriers).max().orElse(0);
    double running = Math.max(e.atOnce(BUSY_RATIO), e.get(RUNNING_COUNT));
    if (processors > 0 && e.get(IDLE_COUNT) == 0 && running > MORE * processors) {
      return yes(
          e.atOnce(BUSY_RATIO),
          numbers,
          "%.0f tasks were in a poll at once, on %d carriers, and none has ever idled"
              .formatted(running, processors),
          "the tasks of `%s` wait in their only poll, which nobody sees: their threads are not watched"
              .formatted(e.name()),
          "start their threads with the monitor's threadFactory or newThreadPerTaskExecutor; `task ID` of `tasks --monitor %s` says what they run"
              .formatted(e.name()));
    }
    return Finding.no(Question.UNSEEN, numbers);
  }

  private static Finding yes(
      double weight, List<Reading> numbers, String evidence, String meaning, String next) {
    return new Finding(
        Question.UNSEEN, Answer.YES, numbers, List.of(evidence), meaning, next, weight);
  }
}
