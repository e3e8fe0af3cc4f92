package io.pickglass.repl.explain;

import static io.pickglass.catalog.TaskMetric.BUSY_RATIO;
import static io.pickglass.catalog.TaskMetric.MAX_POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.MEAN_POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;

import io.pickglass.model.TaskInterval;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Values;
import java.util.ArrayList;
import java.util.List;

/** 2. It computes: most of its time is in polls, and most of theirs in long ones. */
final class Computes implements Branch {
  private static final double MOST = 0.5;

  @Override
  public Finding look(Evidence e, Symbols symbols) {
    List<Reading> numbers =
        List.of(
            Reading.of(BUSY_RATIO, e.tasks(), symbols),
            Reading.of(MEAN_POLL_NANOS, e.tasks(), symbols),
            Reading.of(MAX_POLL_NANOS, e.tasks(), symbols));
    LongPolls polls = LongPolls.of(e.tasks());
    boolean noneHasEnded =
        e.get(POLL_COUNT) == 0
            && e.get(RUNNING_COUNT) > 0
            && e.nanosEach(BUSY_RATIO) >= Limits.LONG_POLL_NANOS;
    boolean isLong =
        noneHasEnded || e.get(MEAN_POLL_NANOS) >= Limits.NOTICED_NANOS || polls.share() >= MOST;
    if (e.ratio(BUSY_RATIO) < Limits.SHARE) {
      return Finding.no(Question.COMPUTES, numbers);
    }
    if (!isLong) {
      return Finding.no(Question.COMPUTES, numbers, "its polls are short");
    }
    if (!noneHasEnded && !e.isLasting(Computes::hasLong)) {
      return Finding.no(Question.COMPUTES, numbers, "long polls were there only for a moment");
    }
    boolean few = polls.count() < MOST * e.get(POLL_COUNT);
    String meaning =
        few && polls.count() > 0
            ? "%d of %d polls of `%s` take %s of the time of all, up to %s"
                .formatted(
                    polls.count(),
                    e.get(POLL_COUNT),
                    e.name(),
                    Values.percent(polls.share(), 0),
                    Durations.brief(e.get(MAX_POLL_NANOS), symbols))
            : "the polls of `%s` are long, %s on average"
                .formatted(e.name(), Durations.brief(e.get(MEAN_POLL_NANOS), symbols));
    return new Finding(
        Question.COMPUTES,
        Answer.YES,
        numbers,
        evidence(e, few, noneHasEnded),
        meaning,
        "`tasks --monitor %s --sort lastPoll` shows whose polls they are, `workers virtual-threads` what runs now"
            .formatted(e.name()),
        e.atOnce(BUSY_RATIO));
  }

  private static boolean hasLong(TaskInterval tasks) {
    return LongPolls.of(tasks).count() > 0
        || tasks.metrics().get(MEAN_POLL_NANOS) >= Limits.NOTICED_NANOS;
  }

  private static List<String> evidence(Evidence e, boolean few, boolean noneHasEnded) {
    List<String> evidence = new ArrayList<>();
    if (noneHasEnded) {
      evidence.add("no poll has ended: " + e.get(RUNNING_COUNT) + " run on");
    } else {
      evidence.add(
          few
              ? "few polls are long: some tasks do something dear, and keep others from their thread"
              : "most polls are long: the work itself is dear, or looks like computing and waits in"
                  + " files, class initializers, native code");
    }
    e.runtimes().stream().flatMap(runtime -> runtime.processor().stream()).forEach(evidence::add);
    evidence.addAll(e.clues(Question.COMPUTES));
    return evidence;
  }
}
