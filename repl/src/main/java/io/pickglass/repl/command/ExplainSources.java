package io.pickglass.repl.command;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.explain.Evidence;
import io.pickglass.repl.explain.RuntimeSpan;
import io.pickglass.repl.series.Kinds;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Spans;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a target for what {@code explain} looks at: the last minute of monitors and runtimes. */
final class ExplainSources {
  private static final int LAST = 60;
  // A program may have thousands of monitors; what is slow is among those that live most.
  private static final int MOST_MONITORS = 20;
  // Fewer tasks and polls are chance.
  private static final long ENOUGH = 10;

  private final Target target;
  private final Symbols symbols;
  private final Info info;
  private final List<RuntimeSpan> runtimes;
  private Switches switches = Switches.ON;

  ExplainSources(Target target, Symbols symbols) {
    this.target = target;
    this.symbols = symbols;
    this.info = target.describe();
    this.runtimes = runtimes(info.names().runtimes(), target.kinds());
  }

  /** A runtime, with the same limits of time as all else. */
  RuntimeSpan runtime(String name) {
    return runtimes(List.of(name), target.kinds()).getFirst();
  }

  /** Of which time a runtime's intervals are. */
  String span(RuntimeSpan runtime) {
    return runtime.intervals().isEmpty()
        ? "of which no interval is there yet"
        : span(Spans.merge(runtime.intervals()), runtime.intervals().size());
  }

  /** What is known of monitors, without clues; the named one is among them. */
  List<Evidence> monitors(@Nullable String named) {
    List<String> names = chosen(named);
    Map<String, Interval<?>> since = byName(target.cumulative(Subject.MONITOR, names));
    Page page = target.intervals(Subject.MONITOR, names, after(), LAST);
    switches = page.switches();
    Map<String, Interval<?>> recent = new HashMap<>();
    page.intervals()
        .forEach((name, intervals) -> {
          if (!intervals.isEmpty()) {
            recent.put(name, Spans.merge(intervals));
          }
        });
    List<Evidence> all = new ArrayList<>();
    for (String name : names) {
      Interval<?> minute = recent.get(name);
      boolean isRecent = minute instanceof TaskInterval tasks && isEnough(tasks);
      Map<String, Interval<?>> source = isRecent ? recent : since;
      if (source.get(name) instanceof TaskInterval tasks) {
        List<TaskInterval> intervals =
            isRecent ? ofTasks(page.intervals().getOrDefault(name, List.of())) : List.of();
        all.add(evidence(tasks, intervals, source.values()));
      }
    }
    return all;
  }

  private Evidence evidence(
      TaskInterval tasks, List<TaskInterval> intervals, Collection<Interval<?>> all) {
    List<TaskInterval> others =
        ofTasks(all).stream()
            .filter(other -> !other.monitor().equals(tasks.monitor()))
            .sorted(Comparator.comparing(TaskInterval::monitor))
            .toList();
    String reason = info.isExact() ? "" : info.reason();
    String span =
        intervals.isEmpty()
            ? "the %s since the start".formatted(Durations.brief(tasks.elapsedNanos(), symbols))
            : span(tasks, intervals.size());
    return new Evidence(tasks, intervals, span, others, runtimes, switches, reason, List.of());
  }

  private List<String> chosen(@Nullable String named) {
    List<String> all = info.monitors();
    if (all.size() <= MOST_MONITORS) {
      return all;
    }
    List<String> chosen = new ArrayList<>();
    if (named != null) {
      chosen.add(named);
    }
    target.cumulative(Subject.MONITOR, all).stream()
        .map(TaskInterval.class::cast)
        .sorted(
            Comparator.comparingLong(
                    (TaskInterval tasks) -> tasks.metrics().get(TaskMetric.LIVED_NANOS))
                .reversed())
        .map(TaskInterval::monitor)
        .filter(name -> !name.equals(named))
        .limit(MOST_MONITORS)
        .forEach(chosen::add);
    return chosen;
  }

  private List<RuntimeSpan> runtimes(List<String> names, Kinds kinds) {
    Page page = target.intervals(Subject.RUNTIME, names, after(), LAST);
    return names.stream()
        .map(name ->
            new RuntimeSpan(
                name,
                kinds.of(name).equals("VIRTUAL_THREADS"),
                page.intervals().getOrDefault(name, List.of()).stream()
                    .map(RuntimeInterval.class::cast)
                    .toList()))
        .toList();
  }

  private long after() {
    return Math.max(0, info.lastSequence() - LAST);
  }

  private static boolean isEnough(TaskInterval tasks) {
    return tasks.metrics().get(TaskMetric.ENDED_COUNT) + tasks.metrics().get(TaskMetric.LIVE_COUNT)
        >= ENOUGH;
  }

  private String span(Interval<?> merged, int count) {
    return "the last %s (%s)"
        .formatted(
            Durations.brief(merged.elapsedNanos(), symbols),
            count == 1 ? "1 interval" : count + " intervals");
  }

  private static List<TaskInterval> ofTasks(Collection<Interval<?>> intervals) {
    return intervals.stream()
        .filter(TaskInterval.class::isInstance)
        .map(TaskInterval.class::cast)
        .toList();
  }

  private static Map<String, Interval<?>> byName(List<Interval<?>> intervals) {
    Map<String, Interval<?>> byName = new HashMap<>();
    intervals.forEach(interval -> byName.put(interval.name(), interval));
    return byName;
  }
}
