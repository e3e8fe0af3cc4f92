package io.pickglass.model;

import java.util.List;

/**
 * The polls of one monitor that were found in the same code: whose innermost frames are of the same
 * methods, whatever the lines.
 *
 * @param pollCount how many polls; one that was found in several places counts in each
 * @param totalNanos for how long they had run there: each time from its beginning, or from when it
 *     was last looked at
 * @param longestNanos how long the longest of them had run
 * @param lastSeenMillis when one was last found there, in milliseconds since 1970
 * @param verdict what that one was doing, a {@link Verdict} in lower case
 * @param frames its stack, the innermost frame first; empty where there was none to be had
 */
public record StackCount(
    long pollCount,
    long totalNanos,
    long longestNanos,
    long lastSeenMillis,
    String verdict,
    List<String> frames) {}
