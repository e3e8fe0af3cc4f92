package io.pickglass.programs;

import static io.pickglass.Monitors.only;
import static io.pickglass.catalog.TaskMetric.*;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskMetrics;
import io.pickglass.model.TaskReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What a monitor has booked of a thread, held against what the thread and its conductor have noted.
 *
 * @param wrong what may never be
 * @param late what may be on a busy machine: a carrier may lose its processor between a thread's
 *     last step and the end of its poll, and what the thread thinks it slept was partly poll
 */
record Findings(List<String> wrong, List<String> late) {
  private static final TaskMetric[] SHOWN = {
    POLL_COUNT,
    SCHEDULED_COUNT,
    IDLE_COUNT,
    SELF_WAKE_COUNT,
    FIRST_POLL_DELAY_NANOS,
    POLL_NANOS,
    SCHEDULED_NANOS,
    IDLE_NANOS,
    LIFETIME_NANOS
  };

  private static final long TOLERANCE_NANOS = 2_000_000;

  static Findings of(List<Actor> actors) {
    Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < actors.size(); i++) {
      findings.of("thread " + i, actors.get(i));
    }
    return findings;
  }

  private void of(String who, Actor actor) {
    TaskMetrics books = actor.monitor.cumulative();
    int before = wrong.size() + late.size();
    counts(who, books, actor.notes);
    identity(who, books);
    bounds(who, books, actor.notes);
    report(who + ", by its own report", books, actor.notes.report);
    if (actor.notes.caught != actor.notes.thrown) {
      wrong.add(who + ": its handler got " + actor.notes.caught);
    }
    if (wrong.size() + late.size() > before) {
      late.add(who + ": " + only(books, SHOWN));
    }
  }

  private void counts(String who, TaskMetrics books, Notes notes) {
    equal(who, books, INSTRUMENTED_COUNT, 1);
    equal(who, books, ENDED_COUNT, 1);
    equal(who, books, CANCELLED_COUNT, 0);
    equal(who, books, FAILED_COUNT, notes.thrown == null ? 0 : 1);
    equal(who, books, FIRST_POLL_COUNT, 1);
    equal(who, books, SELF_WAKE_COUNT, notes.yields);
    equal(who, books, SCHEDULED_COUNT, books.get(POLL_COUNT) - 1);
    equal(who, books, RUNNING_COUNT, 0);
    equal(who, books, SCHEDULED_NOW_COUNT, 0);
    equal(who, books, IDLE_NOW_COUNT, 0);
    if (notes.metOthers) {
      atLeast(wrong, who, books, POLL_COUNT, 1 + notes.yields);
    } else {
      equal(who, books, POLL_COUNT, notes.knownPolls());
      atMost(who, books, IDLE_COUNT, notes.waits);
      atLeast(late, who, books, IDLE_COUNT, notes.idles);
    }
    for (Distribution of : Distribution.values()) {
      long values = books.histogram(of).orElseThrow().count();
      equal(who + ": values of " + of, values, books.get(count(of)));
    }
  }

  private static TaskMetric count(Distribution of) {
    return switch (of) {
      case POLL -> POLL_COUNT;
      case SCHEDULED -> SCHEDULED_COUNT;
      case FIRST_POLL_DELAY -> FIRST_POLL_COUNT;
      case IDLE -> IDLE_COUNT;
    };
  }

  private void identity(String who, TaskMetrics books) {
    long parts =
        books.get(FIRST_POLL_DELAY_NANOS)
            + books.get(POLL_NANOS)
            + books.get(SCHEDULED_NANOS)
            + books.get(IDLE_NANOS);
    equal(who + ": the parts of its life", parts, books.get(LIFETIME_NANOS));
  }

  /** The books of its only task, but for what its last poll took after the report. */
  private void report(String who, TaskMetrics books, TaskReport report) {
    equal(who, books, POLL_COUNT, report.pollCount());
    equal(who, books, SELF_WAKE_COUNT, report.selfWakeCount());
    equal(who, books, IDLE_COUNT, report.idleCount());
    equal(who, books, FIRST_POLL_DELAY_NANOS, report.firstPollDelayNanos());
    equal(who, books, SCHEDULED_NANOS, report.scheduledNanos());
    equal(who, books, IDLE_NANOS, report.idleNanos());
    long rest = books.get(LIFETIME_NANOS) - report.livedNanos();
    equal(who, books, POLL_NANOS, report.pollNanos() + rest);
  }

  /** Each account between two readings of the program's own clock. */
  private void bounds(String who, TaskMetrics books, Notes notes) {
    atLeast(wrong, who, books, LIFETIME_NANOS, notes.last - notes.started);
    atMost(who, books, LIFETIME_NANOS, notes.joined - notes.making);
    atLeast(wrong, who, books, FIRST_POLL_DELAY_NANOS, notes.seenUnpolledNanos);
    atMost(who, books, FIRST_POLL_DELAY_NANOS, notes.first - notes.making);
    atLeast(wrong, who, books, POLL_NANOS, notes.spunNanos);
    atLeast(wrong, who, books, SCHEDULED_NANOS, notes.seenQueuedNanos);
    atMost(who, books, SCHEDULED_NANOS, notes.mayQueueNanos);
    long idle = notes.sleptNanos + notes.seenIdleNanos;
    atLeast(late, who, books, IDLE_NANOS, idle - idle / 20 - TOLERANCE_NANOS);
    atMost(who, books, IDLE_NANOS, notes.mayIdleNanos);
  }

  private void equal(String who, TaskMetrics books, TaskMetric metric, long expected) {
    equal(who + ": " + metric.metricName(), books.get(metric), expected);
  }

  private void equal(String what, long found, long expected) {
    if (found != expected) {
      wrong.add(what + " " + found + " instead of " + expected);
    }
  }

  private void atMost(String who, TaskMetrics books, TaskMetric metric, long most) {
    if (books.get(metric) > most) {
      wrong.add(who + ": " + metric.metricName() + " " + books.get(metric) + " above " + most);
    }
  }

  private static void atLeast(
      List<String> list, String who, TaskMetrics books, TaskMetric metric, long least) {
    if (books.get(metric) < least) {
      list.add(who + ": " + metric.metricName() + " " + books.get(metric) + " below " + least);
    }
  }
}
