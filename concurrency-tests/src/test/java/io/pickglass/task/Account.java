package io.pickglass.task;

import static io.pickglass.catalog.TaskMetric.ENDED_COUNT;
import static io.pickglass.catalog.TaskMetric.FIRST_POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.FIRST_POLL_DELAY_NANOS;
import static io.pickglass.catalog.TaskMetric.IDLE_COUNT;
import static io.pickglass.catalog.TaskMetric.IDLE_NANOS;
import static io.pickglass.catalog.TaskMetric.IDLE_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.INSTRUMENTED_COUNT;
import static io.pickglass.catalog.TaskMetric.LIFETIME_NANOS;
import static io.pickglass.catalog.TaskMetric.LIVED_NANOS;
import static io.pickglass.catalog.TaskMetric.POLL_COUNT;
import static io.pickglass.catalog.TaskMetric.POLL_NANOS;
import static io.pickglass.catalog.TaskMetric.RUNNING_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_COUNT;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NANOS;
import static io.pickglass.catalog.TaskMetric.SCHEDULED_NOW_COUNT;
import static io.pickglass.catalog.TaskMetric.SELF_WAKE_COUNT;

import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.TaskReport;
import io.pickglass.monitor.TaskTotals;

/** The account of a monitor whose one task has ended: exact, or the first thing that is wrong. */
record Account(TaskMetrics metrics) {
  static Account of(TaskTotals totals) {
    return new Account(totals.cumulative());
  }

  long idles() {
    return metrics.get(IDLE_COUNT);
  }

  long scheduledNanos() {
    return metrics.get(SCHEDULED_NANOS);
  }

  /** The verdict on a task that ended in its last poll: all of its life was booked, once. */
  String verdict(long polls) {
    String counts = countsVerdict(polls);
    return counts.equals("exact") && !addsUp() ? "times do not add up" : counts;
  }

  /** The verdict on a task that did not end in a poll, so that its last period was cut off. */
  String countsVerdict(long polls) {
    String wrong = check(INSTRUMENTED_COUNT, 1);
    wrong = wrong != null ? wrong : check(ENDED_COUNT, 1);
    wrong = wrong != null ? wrong : check(POLL_COUNT, polls);
    wrong = wrong != null ? wrong : check(FIRST_POLL_COUNT, 1);
    wrong = wrong != null ? wrong : check(SCHEDULED_COUNT, polls - 1);
    wrong = wrong != null ? wrong : check(RUNNING_COUNT, 0);
    wrong = wrong != null ? wrong : check(SCHEDULED_NOW_COUNT, 0);
    wrong = wrong != null ? wrong : check(IDLE_NOW_COUNT, 0);
    wrong = wrong != null ? wrong : check(LIVED_NANOS, metrics.get(LIFETIME_NANOS));
    return wrong != null ? wrong : "exact";
  }

  /** The verdict on the report of a task that ended in a poll: it says what was booked. */
  String verdictOn(TaskReport report) {
    TaskReport booked =
        new TaskReport(
            metrics.get(LIFETIME_NANOS),
            metrics.get(FIRST_POLL_DELAY_NANOS),
            metrics.get(POLL_COUNT),
            metrics.get(POLL_NANOS),
            metrics.get(SCHEDULED_NANOS),
            metrics.get(IDLE_COUNT),
            metrics.get(IDLE_NANOS),
            metrics.get(SELF_WAKE_COUNT));
    return report.equals(booked) ? "exact" : report + " instead of " + booked;
  }

  private boolean addsUp() {
    long booked =
        metrics.get(FIRST_POLL_DELAY_NANOS)
            + metrics.get(POLL_NANOS)
            + metrics.get(SCHEDULED_NANOS)
            + metrics.get(IDLE_NANOS);
    return booked == metrics.get(LIFETIME_NANOS);
  }

  private String check(TaskMetric metric, long expected) {
    long found = metrics.get(metric);
    return found == expected ? null : metric + " " + found + " instead of " + expected;
  }
}
