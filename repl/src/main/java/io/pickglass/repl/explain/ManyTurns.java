package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_RATIO;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_COUNT;
import static io.pickglass.catalog.TaskMetric.SELF_WAKE_COUNT;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 4. It does too many things: many short polls, with short waits or by its own wakes. */
final class ManyTurns implements Branch {
  private static final double MOST = 0.5;
  private static final double SAME = 0.8;
  // A task that lives long and is seldom asked has many polls, too.
  private static final double POLLS_PER_SECOND = 100;
  private static final double SECOND = 1e9;

  @Override
  public Finding look(Evidence e, Symbols symbols) {
    if (e.get(ENDED_COUNT) == 0) {
      return Finding.unknown(Question.MANY, "no task has ended, so polls per task are not known");
    }
    double polls = (double) e.get(POLL_COUNT) / e.get(ENDED_COUNT);
    List<Reading> numbers =
        List.of(
            Reading.each(POLL_COUNT, ENDED_COUNT, polls),
            Reading.of(MEAN_POLL_NANOS, e.tasks(), symbols),
            Reading.of(SELF_WAKE_COUNT, e.tasks(), symbols));
    double perSecond = e.get(POLL_COUNT) * SECOND / Math.max(1, e.get(LIVED_NANOS));
    if (polls < Limits.MANY_POLLS || perSecond < POLLS_PER_SECOND) {
      return Finding.no(Question.MANY, numbers);
    }
    boolean restless = e.get(SELF_WAKE_COUNT) >= MOST * e.get(SCHEDULED_COUNT);
    if (!restless && e.get(MEAN_IDLE_NANOS) >= Limits.LONG_IDLE_NANOS) {
      return Finding.no(Question.MANY, numbers, "its waits are long: see 1");
    }
    List<String> evidence = new ArrayList<>();
    evidence.add(
        restless
            ? "%d of %d wakes are its own: it yields, and is run again at once"
                .formatted(e.get(SELF_WAKE_COUNT), e.get(SCHEDULED_COUNT))
            : "%.0f waits a task, %s each: no number is bad, and together they are %s"
                .formatted(
                    (double) e.get(IDLE_COUNT) / e.get(ENDED_COUNT),
                    Durations.brief(e.get(MEAN_IDLE_NANOS), symbols),
                    Durations.brief((long) e.nanosEach(IDLE_RATIO), symbols)));
    Optional<TaskInterval> inner = inner(e);
    inner.ifPresent(i ->
        evidence.add(
            "nearly all of these polls are in `" + i.monitor() + "`, too: it is in there"));
    evidence.addAll(e.clues(Question.MANY));
    String meaning =
        restless
            ? "the tasks of `%s` yield in a loop, %.0f polls each, waiting for something that could wake them"
            : "the tasks of `%s` talk too much: %.0f short rounds each, which could be one";
    return new Finding(
        Question.MANY,
        Answer.YES,
        numbers,
        evidence,
        meaning.formatted(e.name(), polls),
        inner
            .map(i -> "`explain %s`, where they are".formatted(i.monitor()))
            .orElse(
                "`tasks --monitor %s --sort %s` shows which, `task ID` how its polls are spread"
                    .formatted(e.name(), restless ? "selfWakes" : "polls")),
        // All of its time, as each turn has a poll and two waits.
        (double) e.get(LIVED_NANOS) / Math.max(1, e.tasks().elapsedNanos()));
  }

  /** Another monitor that has the same polls and lives less: the section in which they are. */
  private static Optional<TaskInterval> inner(Evidence e) {
    return e.others().stream()
        .filter(other -> other.metrics().get(POLL_COUNT) >= SAME * e.get(POLL_COUNT))
        .filter(other -> other.metrics().get(LIVED_NANOS) < e.get(LIVED_NANOS))
        .min(Comparator.comparingLong(other -> other.metrics().get(LIVED_NANOS)));
  }
}
