/**
 * Who tells us: virtual threads, executors, and code that reports its own tasks.
 *
 * <p><b>Takes</b> what the application starts. <b>Gives</b> wakes, polls and ends to the state
 * machines of {@code task}. Nothing thrown here reaches the application.
 */
@NullMarked
package io.pickglass.instrument;

import org.jspecify.annotations.NullMarked;
