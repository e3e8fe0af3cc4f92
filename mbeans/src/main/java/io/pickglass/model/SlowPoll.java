package io.pickglass.model;

import java.util.List;

/**
 * A poll that was looked into while it ran. How long it ran in the end nobody knows here: at least
 * as long as when it was last looked at.
 *
 * @param monitor for which monitor its task is watched
 * @param taskId which task, as in {@link TaskRow#id}; empty if that is not known
 * @param taskName its name, or that of its thread, or of its place; empty if it has none
 * @param threadName on what it ran: the carrier, or the thread of a pool
 * @param startedMillis when it began, in milliseconds since 1970
 * @param runningNanos how long it had run when it was looked at
 * @param cpuNanos the processor time of what it ran on, in {@code observedNanos}; -1 if not known
 * @param observedNanos the time between two looks, of which {@code cpuNanos} tells
 * @param verdict what it was doing, a {@link Verdict} in lower case
 * @param frames its stack, the innermost frame first; empty if there was none to be had
 * @param noStackReason why there are no frames; empty if there are
 */
public record SlowPoll(
    String monitor,
    String taskId,
    String taskName,
    String threadName,
    long startedMillis,
    long runningNanos,
    long cpuNanos,
    long observedNanos,
    String verdict,
    List<String> frames,
    String noStackReason) {}
