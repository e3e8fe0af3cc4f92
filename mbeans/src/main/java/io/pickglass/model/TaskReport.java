package io.pickglass.model;

/**
 * What one task has done, or did in a stretch of it. Durations are in nanoseconds; the first-poll
 * delay, polls, scheduled and idle times add up to the lived time exactly.
 *
 * <p>Where polls of virtual threads are not seen ({@link Tracking.Mode#TASK}), all but the lived
 * time is {@value #UNKNOWN}.
 *
 * @param livedNanos from its instrumentation, or from the beginning of the stretch, on
 * @param firstPollDelayNanos of this, the wait for its first poll; 0 in a stretch of a running task
 * @param pollCount its polls, the present one included
 * @param pollNanos the time in them
 * @param scheduledNanos the time it was ready for another poll
 * @param idleCount how often it waited for something
 * @param idleNanos the time in which it did
 * @param selfWakeCount how often it yielded
 */
public record TaskReport(
    long livedNanos,
    long firstPollDelayNanos,
    long pollCount,
    long pollNanos,
    long scheduledNanos,
    long idleCount,
    long idleNanos,
    long selfWakeCount) {

  /** Stands for what cannot be known. */
  public static final long UNKNOWN = -1;

  /** The report of no task at all. */
  public static final TaskReport NONE = new TaskReport(0, 0, 0, 0, 0, 0, 0, 0);

  /** What was done since an earlier report in a poll of the same task, that poll included. */
  public TaskReport since(TaskReport earlier) {
    return new TaskReport(
        livedNanos - earlier.livedNanos,
        firstPollDelayNanos - earlier.firstPollDelayNanos,
        pollCount - earlier.pollCount + 1,
        pollNanos - earlier.pollNanos,
        scheduledNanos - earlier.scheduledNanos,
        idleCount - earlier.idleCount,
        idleNanos - earlier.idleNanos,
        selfWakeCount - earlier.selfWakeCount);
  }

  /** The same where polls are not seen. */
  public TaskReport withoutPolls() {
    return new TaskReport(
        livedNanos, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
  }
}
