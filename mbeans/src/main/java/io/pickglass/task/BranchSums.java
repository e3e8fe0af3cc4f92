package io.pickglass.task;

import io.pickglass.model.TaskReport;

/**
 * What a task with branches has done in its periods that are over; durations in nanoseconds.
 *
 * @param polls how many have begun
 * @param pollNanos the time in those that have ended
 */
record BranchSums(
    long firstPollDelay, long polls, long pollNanos, long scheduled, long idles, long idleNanos) {
  static final BranchSums NONE = new BranchSums(0, 0, 0, 0, 0, 0);

  BranchSums firstPollBegun(long delay) {
    return new BranchSums(delay, polls + 1, pollNanos, scheduled, idles, idleNanos);
  }

  /** A poll has begun, for which the task was ready so long; 0 beside others. */
  BranchSums pollBegun(long delay) {
    return new BranchSums(
        firstPollDelay, polls + 1, pollNanos, scheduled + delay, idles, idleNanos);
  }

  BranchSums pollEnded(long duration) {
    return new BranchSums(firstPollDelay, polls, pollNanos + duration, scheduled, idles, idleNanos);
  }

  BranchSums woken(long idle) {
    return new BranchSums(firstPollDelay, polls, pollNanos, scheduled, idles + 1, idleNanos + idle);
  }

  /** As a report of a task that has lived so long, with that time in polls that are still open. */
  TaskReport report(long lived, long openNanos) {
    return new TaskReport(
        lived, firstPollDelay, polls, pollNanos + openNanos, scheduled, idles, idleNanos, 0);
  }
}
