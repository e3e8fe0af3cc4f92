/**
 * Takes: single tasks as they end, slow polls, long waits, and the intervals of monitors.
 *
 * <p>Gives: events of Flight Recorder, to those recordings that have asked for them.
 */
@NullMarked
package io.pickglass.jfr;

import org.jspecify.annotations.NullMarked;
