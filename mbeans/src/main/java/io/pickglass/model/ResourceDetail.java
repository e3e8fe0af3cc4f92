package io.pickglass.model;

import java.util.List;

/**
 * One resource and who waits for it.
 *
 * @param resource the resource
 * @param waits who waits, the longest first; as many as are remembered
 * @param seenWaits how many waits for it were seen while somebody looked
 * @param waitedNanos how long those lasted at least, in nanoseconds
 * @param longestNanos how long the longest of them lasted at least, in nanoseconds
 */
public record ResourceDetail(
    Resource resource, List<Wait> waits, long seenWaits, long waitedNanos, long longestNanos) {}
