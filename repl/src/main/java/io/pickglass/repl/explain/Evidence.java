package io.pickglass.repl.explain;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Switches;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that is known when one monitor is looked at.
 *
 * @param tasks its numbers
 * @param intervals the same interval by interval; none if they are since the start
 * @param span of which time they are, as it is said: {@code the last 60 s}
 * @param others the numbers of other monitors of the same time
 * @param runtimes the runtimes, interval by interval
 * @param switches which monitors watch new tasks
 * @param modeReason why polls are not seen; empty where they are
 * @param clues what else was found
 */
public record Evidence(
    TaskInterval tasks,
    List<TaskInterval> intervals,
    String span,
    List<TaskInterval> others,
    List<RuntimeSpan> runtimes,
    Switches switches,
    String modeReason,
    List<Clue> clues) {

  // Of intervals.
  private static final long MOMENT = 3;

  /** The same with these clues. */
  public Evidence with(List<Clue> found) {
    return new Evidence(tasks, intervals, span, others, runtimes, switches, modeReason, found);
  }

  /** The name of the monitor. */
  public String name() {
    return tasks.monitor();
  }

  boolean seesPolls() {
    return tasks.metrics().has(TaskMetric.POLL_COUNT);
  }

  long get(TaskMetric metric) {
    return tasks.metrics().get(metric);
  }

  double ratio(TaskMetric metric) {
    return tasks.metrics().ratio(metric);
  }

  /** Tasks that ended, and those that live. */
  long taskCount() {
    return get(TaskMetric.ENDED_COUNT) + get(TaskMetric.LIVE_COUNT);
  }

  /** The time of a share of all tasks. */
  double nanos(TaskMetric share) {
    return nanos(tasks, share);
  }

  static double nanos(TaskInterval tasks, TaskMetric share) {
    return tasks.metrics().ratio(share) * tasks.metrics().get(TaskMetric.LIVED_NANOS);
  }

  /** The time of a share of one task, on average. */
  double nanosEach(TaskMetric share) {
    return nanosEach(tasks, share);
  }

  static double nanosEach(TaskInterval tasks, TaskMetric share) {
    long count =
        tasks.metrics().get(TaskMetric.ENDED_COUNT) + tasks.metrics().get(TaskMetric.LIVE_COUNT);
    return nanos(tasks, share) / Math.max(1, count);
  }

  /** How many tasks were in that share at once, on average. */
  double atOnce(TaskMetric share) {
    return nanos(share) / Math.max(1, tasks.elapsedNanos());
  }

  /** Whether that was so more than for a moment, such as that in which the program started. */
  boolean isLasting(Predicate<TaskInterval> condition) {
    long often = intervals.stream().filter(condition).count();
    return intervals.isEmpty() || often >= Math.max(MOMENT, intervals.size() / 10);
  }

  List<String> clues(Question question) {
    return clues.stream().filter(clue -> clue.question() == question).map(Clue::sentence).toList();
  }
}
