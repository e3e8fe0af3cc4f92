package io.pickglass.repl.explain;

import static io.pickglass.catalog.RuntimeMetric.ACTIVE_COUNT;
import static io.pickglass.catalog.RuntimeMetric.BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.CPU_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MAX_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.MIN_WORKER_BUSY_NANOS;
import static io.pickglass.catalog.RuntimeMetric.QUEUE_DEPTH;
import static io.pickglass.catalog.RuntimeMetric.STARVATION_NANOS;
import static io.pickglass.catalog.RuntimeMetric.WORKER_COUNT;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 6. The threads that run it are taken: of each runtime, whether it is starved, and by what. */
final class Taken {
  private static final double SECOND = 1e9;
  private static final long ONE_SIDED = 5;

  private Taken() {}

  static Finding look(List<RuntimeSpan> runtimes, List<String> clues, Symbols symbols) {
    if (runtimes.stream().allMatch(runtime -> runtime.intervals().isEmpty())) {
      return Finding.unknown(
          Question.TAKEN, "no interval of a runtime is there yet: try again in a moment");
    }
    RuntimeSpan worst =
        runtimes.stream()
            .max(
                Comparator.comparing(RuntimeSpan::isTaken)
                    .thenComparingLong(RuntimeSpan::latest)
                    .thenComparingLong(RuntimeSpan::mostQueued))
            .orElseThrow();
    String of = runtimes.size() == 1 ? "" : worst.name() + " ";
    List<Reading> numbers = numbers(of, worst, symbols);
    if (!worst.isTaken()) {
      return worst.starved().isEmpty()
          ? Finding.no(Question.TAKEN, numbers)
          : Finding.no(
              Question.TAKEN,
              numbers,
              "a probe of `%s` was late, once in a while".formatted(worst.name()));
    }
    List<String> evidence = new ArrayList<>();
    runtimes.stream()
        .filter(RuntimeSpan::isTaken)
        .forEach(runtime -> evidence.add(late(runtime, symbols)));
    oneWorker(worst, evidence);
    evidence.addAll(clues);
    List<RuntimeInterval> starved = worst.starved();
    return new Finding(
        Question.TAKEN,
        Answer.YES,
        numbers,
        evidence,
        worst.isScheduler() ? ofScheduler(worst, starved) : ofPool(worst, starved),
        "`workers %s` names what its threads run, `tail %s` shows when"
            .formatted(worst.name(), worst.name()),
        worst.latest() / SECOND);
  }

  private static List<Reading> numbers(String of, RuntimeSpan worst, Symbols symbols) {
    return List.of(
        reading(
            of,
            STARVATION_NANOS.metricName(),
            worst.latest(),
            Durations.detailed(Math.max(0, worst.latest()), symbols)),
        reading(
            of, QUEUE_DEPTH.metricName(), worst.mostQueued(), Long.toString(worst.mostQueued())));
  }

  private static Reading reading(String of, String metric, long value, String text) {
    return new Reading(of + metric, value, value < 0 ? "not known" : text);
  }

  private static String late(RuntimeSpan runtime, Symbols symbols) {
    return "`%s`: a probe was late in %d of %d intervals, by up to %s, and up to %d tasks were queued"
        .formatted(
            runtime.name(),
            runtime.starved().size(),
            runtime.intervals().size(),
            Durations.brief(runtime.latest(), symbols),
            Math.max(0, runtime.mostQueued()));
  }

  /** Only one interval can tell: which worker did most differs from each to the next. */
  private static void oneWorker(RuntimeSpan runtime, List<String> evidence) {
    boolean onlyOne =
        runtime.starved().stream()
            .allMatch(i ->
                i.metrics().get(WORKER_COUNT) > 1
                    && i.metrics().get(MAX_WORKER_BUSY_NANOS) > i.elapsedNanos() / 2
                    && i.metrics().get(MIN_WORKER_BUSY_NANOS)
                        < i.metrics().get(MAX_WORKER_BUSY_NANOS) / ONE_SIDED);
    if (onlyOne) {
      evidence.add("one worker does all: more threads would change nothing, one task is too long");
    }
  }

  private static String ofScheduler(RuntimeSpan runtime, List<RuntimeInterval> starved) {
    double busy = RuntimeSpan.sum(starved, BUSY_NANOS);
    double cpu = RuntimeSpan.sum(starved, CPU_NANOS);
    double all =
        starved.stream().mapToDouble(RuntimeInterval::elapsedNanos).sum()
            * Math.max(1, runtime.carriers());
    if (busy >= 0 && busy < all / ONE_SIDED) {
      return "the carriers of `%s` are late, and no watched task holds them: what does is not watched, or other programs have the processors"
          .formatted(runtime.name());
    }
    return cpu >= 0 && cpu < Limits.COMPUTING * busy
        ? "the carriers of `%s` are blocked: they are held by tasks that wait and use no processor, as in class initializers and native code"
            .formatted(runtime.name())
        : "`%s` is overloaded: its carriers compute, and there is more to compute than they can"
            .formatted(runtime.name());
  }

  private static String ofPool(RuntimeSpan runtime, List<RuntimeInterval> starved) {
    double cpu = RuntimeSpan.sum(starved, CPU_NANOS);
    double elapsed = starved.stream().mapToDouble(RuntimeInterval::elapsedNanos).sum();
    long workers = Math.max(1, RuntimeSpan.max(starved, WORKER_COUNT));
    boolean full =
        starved.stream()
            .allMatch(i -> i.metrics().get(ACTIVE_COUNT) >= i.metrics().get(WORKER_COUNT));
    String what =
        full
            ? "the pool `%s` is too small: all its threads (%d) are taken, and tasks queue before they begin"
                .formatted(runtime.name(), workers)
            : "the tasks of the pool `%s` begin late".formatted(runtime.name());
    if (cpu < 0) {
      return what;
    }
    return cpu < Limits.COMPUTING * elapsed * workers
        ? what + "; its tasks wait and compute little, so more threads would help"
        : what + "; its tasks compute, so more threads would help only on more processors";
  }
}
