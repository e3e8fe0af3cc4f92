/**
 * The agent: all virtual threads of a program, without a line of its code.
 *
 * <p>Takes: options, and the JVM's leave to change classes. Gives: a task for each virtual thread
 * as it is made, in a monitor that is found by its class.
 */
@NullMarked
package io.pickglass.agent;

import org.jspecify.annotations.NullMarked;
