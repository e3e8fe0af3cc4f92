/**
 * Takes: the live tasks, the platform threads, and what the JDK knows of those that wait.
 *
 * <p>Gives: what they wait for, who holds it, and who waits for whom; made when it is asked for.
 */
@NullMarked
package io.pickglass.resource;

import org.jspecify.annotations.NullMarked;
