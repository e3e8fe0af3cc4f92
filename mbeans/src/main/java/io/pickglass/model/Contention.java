package io.pickglass.model;

/**
 * What was waited for one resource at one place, while somebody looked. A wait that begins and ends
 * between two looks is not seen.
 *
 * @param resource its id
 * @param kind what kind of thing it is
 * @param type its class, as people write it
 * @param source what was called
 * @param location the caller's frame
 * @param seenWaits how many waits were seen
 * @param waitedNanos how long they lasted at least, in all, in nanoseconds
 * @param longestNanos how long the longest lasted at least, in nanoseconds
 */
public record Contention(
    String resource,
    String kind,
    String type,
    String source,
    String location,
    long seenWaits,
    long waitedNanos,
    long longestNanos) {}
