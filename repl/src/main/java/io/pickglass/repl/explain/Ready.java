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
  @Override
  public Finding look(Evidence e, Symbols symbols) {
    List<Reading> numbers =
        List.of(
            Reading.of(SCHEDULED_RATIO, e.tasks(), symbols),
            Reading.of(MEAN_FIRST_POLL_DELAY_NANOS, e.tasks(), symbols),
            Reading.of(MEAN_SCHEDULED_NANOS, e.tasks(), symbols));
    if (e.ratio(SCHEDULED_RATIO) < Limits.SHARE
        || e.nanosEach(SCHEDULED_RATIO) < Limits.NOTICED_NANOS) {
      return Finding.no(Question.READY, numbers);
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
            .map(held ->
                "`explain %s`, which holds the threads; `workers virtual-threads` shows what runs now"
                    .formatted(held.monitor()))
            .orElse(
                "`workers virtual-threads` shows what runs now, `runtimes --interval` who queues"),
        e.atOnce(SCHEDULED_RATIO));
  }

  /** Whose polls are so long that others wait for their end. */
  private static Optional<TaskInterval> holder(Evidence e) {
    return Stream.concat(Stream.of(e.tasks()), e.others().stream())
        .filter(tasks -> LongPolls.of(tasks).count() > 0)
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
