package io.pickglass.repl.explain;

import static io.pickglass.repl.Intervals.interval;
import static io.pickglass.repl.Intervals.runtime;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.List;

/** What one monitor shows, in one interval of a second; each with says what else there is. */
record Case(
    TaskInterval tasks,
    List<TaskInterval> intervals,
    List<TaskInterval> others,
    List<RuntimeSpan> runtimes,
    Switches switches,
    String modeReason,
    List<Clue> clues) {

  static Case of(Object... metrics) {
    return of(interval("orders", 1, metrics));
  }

  static Case of(TaskInterval tasks) {
    return new Case(
        tasks,
        List.of(tasks, tasks, tasks),
        List.of(),
        List.of(scheduler(1)),
        Switches.ON,
        "",
        List.of());
  }

  /** Another monitor. */
  Case with(String monitor, Object... metrics) {
    List<TaskInterval> more = new ArrayList<>(others);
    more.add(interval(monitor, 1, metrics));
    return new Case(tasks, intervals, more, runtimes, switches, modeReason, clues);
  }

  /** The runtimes instead of a scheduler that nothing is said of. */
  Case on(RuntimeSpan... spans) {
    return new Case(tasks, intervals, others, List.of(spans), switches, modeReason, clues);
  }

  Case in(List<TaskInterval> parts) {
    return new Case(tasks, parts, others, runtimes, switches, modeReason, clues);
  }

  Case switched(Switches other) {
    return new Case(tasks, intervals, others, runtimes, other, modeReason, clues);
  }

  Case because(String reason) {
    return new Case(tasks, intervals, others, runtimes, switches, reason, clues);
  }

  Case clue(Question question, String sentence) {
    return new Case(
        tasks,
        intervals,
        others,
        runtimes,
        switches,
        modeReason,
        List.of(new Clue(question, sentence)));
  }

  /** So many intervals of the scheduler with two carriers, all with these metrics. */
  static RuntimeSpan scheduler(int count, Object... metrics) {
    return span("virtual-threads", true, count, metrics);
  }

  static RuntimeSpan span(String name, boolean isScheduler, int count, Object... metrics) {
    Object[] all = new Object[metrics.length + 2];
    all[0] = RuntimeMetric.WORKER_COUNT;
    all[1] = isScheduler ? 2 : 1;
    System.arraycopy(metrics, 0, all, 2, metrics.length);
    List<RuntimeInterval> intervals = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      intervals.add(runtime(name, i, all));
    }
    return new RuntimeSpan(name, isScheduler, intervals);
  }

  Evidence evidence() {
    return new Evidence(
        tasks, intervals, "the last 1s", others, runtimes, switches, modeReason, clues);
  }

  Explanation explained() {
    return Explainer.of(evidence(), Symbols.UNICODE);
  }

  Finding finding(Question question) {
    return explained().findings().get(question.ordinal());
  }
}
