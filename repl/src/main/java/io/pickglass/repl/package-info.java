/**
 * The program {@code pickglass}: its options, and what it runs.
 *
 * <p><b>Takes</b> the arguments of the process. <b>Gives</b> its exit code.
 */
@NullMarked
package io.pickglass.repl;

import org.jspecify.annotations.NullMarked;
