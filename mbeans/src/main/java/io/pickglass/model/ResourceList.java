package io.pickglass.model;

import java.util.List;

/**
 * What tasks and threads wait for at an instant.
 *
 * @param query how the question was understood
 * @param atMillis the instant, in milliseconds since 1970
 * @param waitingCount how many tasks and threads wait
 * @param lookedIntoCount how many of them were looked at, now or before in the same wait; of the
 *     others is shown what they tell by themselves
 * @param matchedCount how many resources are as was asked for
 * @param offset how many of them come before the first row
 * @param lacks what cannot be told here, and what to do about it, a sentence each
 * @param rows the resources, sorted
 */
public record ResourceList(
    String query,
    long atMillis,
    long waitingCount,
    long lookedIntoCount,
    long matchedCount,
    long offset,
    List<String> lacks,
    List<Resource> rows) {}
