package io.pickglass.model;

/**
 * The tasks of a list that have the same value in one column. Durations are sums in nanoseconds.
 *
 * @param value that value
 * @param taskCount how many there are
 * @param runningCount of these, those in a poll
 * @param scheduledCount those that are ready
 * @param idleCount those that wait
 * @param endedCount those that are over
 * @param totalNanos how long they have lived
 * @param busyNanos their time in polls; -1 where polls are not seen
 * @param scheduledNanos the time they were ready; -1 where polls are not seen
 * @param idleNanos the time they waited; -1 where polls are not seen
 * @param pollCount their polls; -1 where polls are not seen
 */
public record TaskGroup(
    String value,
    long taskCount,
    long runningCount,
    long scheduledCount,
    long idleCount,
    long endedCount,
    long totalNanos,
    long busyNanos,
    long scheduledNanos,
    long idleNanos,
    long pollCount) {}
