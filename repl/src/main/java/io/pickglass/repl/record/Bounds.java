package io.pickglass.repl.record;

import java.time.Duration;

/**
 * How much is recorded at most.
 *
 * @param time for how long
 * @param bytes how large the file may become
 * @param every how often tasks, warnings, workers and numbers since the start are looked at
 * @param tasks how many tasks are recorded at each look
 * @param history whether it begins with the intervals that the target still keeps
 */
public record Bounds(Duration time, long bytes, Duration every, int tasks, boolean history) {}
