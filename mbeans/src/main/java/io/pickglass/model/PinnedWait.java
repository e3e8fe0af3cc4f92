package io.pickglass.model;

import java.util.List;

/**
 * A wait in which a virtual thread kept its carrier, as Flight Recorder tells it, some seconds
 * after it was over.
 *
 * @param taskId which thread: {@code v} and its number
 * @param taskName its name; empty if it has none
 * @param monitor for which monitor it is watched; empty if it is not, or was forgotten meanwhile
 * @param startedMillis when the wait began, in milliseconds since 1970
 * @param durationNanos how long it was
 * @param reason why the thread could not leave its carrier
 * @param operation what it waited by
 * @param carrier the name of the carrier
 * @param frames its stack, the innermost frame first
 */
public record PinnedWait(
    String taskId,
    String taskName,
    String monitor,
    long startedMillis,
    long durationNanos,
    String reason,
    String operation,
    String carrier,
    List<String> frames) {}
