package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.IDLE_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_RATIO;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.LIVE_COUNT;
import static io.pickglass.catalog.TaskMetric.MAX_IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_IDLE_NANOS;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 1. It waits: idle for long, and not in many short rounds. */
final class Waits implements Branch {
  // Of the time that the task idles: so much in another monitor is the same waiting.
  private static final double SAME = 0.8;
  private static final double NONE = 0.1;
  private static final long UNLUCKY = 10;
  private static final long UNENDED = 10;

  @Override
  public Finding look(Evidence e, Symbols symbols) {
    List<Reading> numbers =
        List.of(
            Reading.of(IDLE_RATIO, e.tasks(), symbols),
            Reading.of(MEAN_IDLE_NANOS, e.tasks(), symbols));
    boolean isLong = isOpen(e) || e.get(MEAN_IDLE_NANOS) >= Limits.LONG_IDLE_NANOS;
    if (e.ratio(IDLE_RATIO) < Limits.SHARE || e.nanosEach(IDLE_RATIO) < Limits.NOTICED_NANOS) {
      return Finding.no(Question.WAITS, numbers);
    }
    if (!isLong) {
      return Finding.no(Question.WAITS, numbers, "it waits often, but never long: see 4");
    }
    Optional<TaskInterval> inner = inner(e);
    String meaning =
        "the tasks of `%s` wait %s of their time, %s each"
            .formatted(
                e.name(),
                Values.percent(e.ratio(IDLE_RATIO), 1),
                Durations.brief((long) e.nanosEach(IDLE_RATIO), symbols));
    return new Finding(
        Question.WAITS,
        Answer.YES,
        numbers,
        evidence(e, inner, symbols),
        inner.map(i -> meaning + ", and `" + i.monitor() + "` waits as long").orElse(meaning),
        inner
            .map(i -> "`explain %s`, where they wait".formatted(i.monitor()))
            .orElse(
                "`tasks --monitor %s --state idle --sort inState` shows who waits, `task ID` for what and who has that"
                    .formatted(e.name())),
        e.atOnce(IDLE_RATIO));
  }

  /** Where tasks wait for ever, no wait has ended, or only such as are nothing beside those. */
  private static boolean isOpen(Evidence e) {
    return e.get(IDLE_COUNT) == 0 || e.nanos(IDLE_RATIO) >= UNENDED * e.get(IDLE_NANOS);
  }

  /** Another monitor that waits as long and lives less: a section in which all the waiting is. */
  private static Optional<TaskInterval> inner(Evidence e) {
    return e.others().stream()
        .filter(other -> idle(other) >= SAME * e.nanos(IDLE_RATIO))
        .filter(other -> other.metrics().get(LIVED_NANOS) < e.get(LIVED_NANOS))
        .min(Comparator.comparingLong(other -> other.metrics().get(LIVED_NANOS)));
  }

  private static List<String> evidence(Evidence e, Optional<TaskInterval> inner, Symbols symbols) {
    List<String> evidence = new ArrayList<>();
    inner.ifPresent(i ->
        evidence.add(
            "`%s` waits %s as long: the waiting is in there"
                .formatted(i.monitor(), Values.percent(idle(i) / e.nanos(IDLE_RATIO), 0))));
    List<String> others =
        e.others().stream()
            .filter(other -> other.metrics().get(LIVED_NANOS) > 0)
            .filter(other -> idle(other) < NONE * e.nanos(IDLE_RATIO))
            .map(other -> "`" + other.monitor() + "`")
            .toList();
    if (!others.isEmpty()) {
      evidence.add("not in " + String.join(", ", others));
    }
    if (e.get(ENDED_COUNT) == 0 && e.get(LIVE_COUNT) > 0) {
      evidence.add(
          "none of its %d tasks has ended: nothing wakes them, as after a lost signal or in a deadlock"
              .formatted(e.get(LIVE_COUNT)));
    } else if (e.get(IDLE_COUNT) > 0 && isOpen(e)) {
      evidence.add(
          "most of this waiting has not ended yet: %d tasks wait now"
              .formatted(e.get(IDLE_NOW_COUNT)));
    } else if (e.get(IDLE_COUNT) > 0) {
      String longest = Durations.brief(e.get(MAX_IDLE_NANOS), symbols);
      evidence.add(
          e.get(MAX_IDLE_NANOS) > UNLUCKY * e.get(MEAN_IDLE_NANOS)
              ? "the longest wait, " + longest + ", is far above the mean: some are unlucky"
              : "the longest wait, " + longest + ", is near the mean: all wait alike");
    }
    evidence.addAll(e.clues(Question.WAITS));
    return evidence;
  }

  private static double idle(TaskInterval tasks) {
    return Evidence.nanos(tasks, IDLE_RATIO);
  }
}
