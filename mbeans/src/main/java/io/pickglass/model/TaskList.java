package io.pickglass.model;

import java.util.List;

/**
 * The answer to a question for tasks.
 *
 * @param query how the question was understood
 * @param atMillis the instant for which it holds, in milliseconds since 1970
 * @param liveCount how many live tasks were listed then, sections included
 * @param endedCount how many that are over were kept
 * @param unlistedCount how many tasks were never listed since the start, as there was no place
 * @param matchedCount how many are as was asked for
 * @param runningCount of these, those in a poll
 * @param scheduledCount those that are ready
 * @param idleCount those that wait
 * @param offset how many of them come before the first row, or group
 * @param rows the tasks, sorted, where no groups were asked for
 * @param groups the groups, the largest sum first, where they were asked for
 */
public record TaskList(
    String query,
    long atMillis,
    long liveCount,
    long endedCount,
    long unlistedCount,
    long matchedCount,
    long runningCount,
    long scheduledCount,
    long idleCount,
    long offset,
    List<TaskRow> rows,
    List<TaskGroup> groups) {}
