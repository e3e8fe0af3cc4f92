package io.pickglass.sampling;

import java.time.Instant;

/**
 * When intervals end and others begin.
 *
 * @param nanos by the monotonic clock
 * @param now by the wall clock
 */
record Moment(long nanos, Instant now) {}
