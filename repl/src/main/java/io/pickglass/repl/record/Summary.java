package io.pickglass.repl.record;

/**
 * How far a recording is.
 *
 * @param intervals that were written
 * @param missed that had left the target's memory before they were read
 * @param looks at tasks, warnings and workers
 * @param lives how often the target was started, as far as was seen
 * @param bytes of the file
 * @param nanos since it was begun
 * @param reason why it ended; empty while it goes on
 */
public record Summary(
    long intervals, long missed, long looks, int lives, long bytes, long nanos, String reason) {}
