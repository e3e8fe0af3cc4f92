package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.MAX_POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_FIRST_POLL_DELAY_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.OLDEST_SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_RATIO;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 3. It is ready, and nobody runs it. */
final class Ready implements Branch {
  // Of the time of one thread.
  private static final double HOLDS = 0.05;

  @Override
  public Finding look(Evidence e, Symbols symbols) {
    List<Reading> numbers =
        List.of(
            Reading.of(SCHEDULED_RATIO, e.tasks(), symbols),
            Reading.of(MEAN_FIRST_POLL_DELAY_NANOS, e.tasks(), symbols),
            Reading.of(MEAN_SCHEDULED_NANOS, e.tasks(), symbols));
    if (!isReady(e.tasks())) {
      return Finding.no(Question.READY, numbers);
    }
    if (Math.max(e.get(MEAN_FIRST_POLL_DELAY_NANOS), e.get(MEAN_SCHEDULED_NANOS))
        < Limits.LONG_IDLE_NANOS) {
      return Finding.no(Question.READY, numbers, "it waits often, but never long: see 4");
    }
    if (!e.isLasting(Ready::isReady)) {
      return Finding.no(Question.READY, numbers, "only for a moment");
    }
    Optional<TaskInterval> holder = holder(e);
    return new Finding(
        Question.READY,
        Answer.YES,
        numbers,
        evidence(e, holder, symbols),
        "the tasks of `%s` are ready and not run %s of their time, %s each"
            .formatted(
                e.name(),
                Values.percent(e.ratio(SCHEDULED_RATIO), 1),
                Durations.brief((long) e.nanosEach(SCHEDULED_RATIO), symbols)),
        holder
            .filter(held -> !held.monitor().equals(e.name()))
            .map(held ->
                "`explain %s`, which holds the threads; `workers virtual-threads` shows what runs now"
                    .formatted(held.monitor()))
            .orElse(
                "`workers virtual-threads` shows what runs now, `runtimes --interval` who queues"),
        e.atOnce(SCHEDULED_RATIO));
  }

  private static boolean isReady(TaskInterval tasks) {
    return tasks.metrics().ratio(SCHEDULED_RATIO) >= Limits.SHARE
        && Evidence.nanosEach(tasks, SCHEDULED_RATIO) >= Limits.NOTICED_NANOS;
  }

  /** Whose polls are so long, and so many, that others wait for their end. */
  private static Optional<TaskInterval> holder(Evidence e) {
    return Stream.concat(Stream.of(e.tasks()), e.others().stream())
        .filter(tasks -> LongPolls.of(tasks).nanos() >= HOLDS * tasks.elapsedNanos())
        .max(Comparator.comparingLong(tasks -> tasks.metrics().get(MAX_POLL_NANOS)));
  }

  private static List<String> evidence(Evidence e, Optional<TaskInterval> holder, Symbols symbols) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        e.get(MEAN_FIRST_POLL_DELAY_NANOS) >= e.get(MEAN_SCHEDULED_NANOS)
            ? "new tasks wait longest, for their first poll"
            : "tasks that were woken wait longest, for their next poll");
    if (e.get(SCHEDULED_NOW_COUNT) > 0) {
      evidence.add(
          "%d wait now, the oldest since %s"
              .formatted(
                  e.get(SCHEDULED_NOW_COUNT),
                  Durations.brief(e.get(OLDEST_SCHEDULED_NANOS), symbols)));
    }
    evidence.add(
        holder
            .map(held ->
                "the longest polls are those of `%s`, up to %s"
                    .formatted(
                        held.monitor(),
                        Durations.brief(held.metrics().get(MAX_POLL_NANOS), symbols)))
            .orElse(
                "no watched task has long polls: what holds the threads is not watched, or other"
                    + " programs have the processors"));
    evidence.addAll(e.clues(Question.READY));
    return evidence;
  }
}
