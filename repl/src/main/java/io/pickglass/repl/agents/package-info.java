/**
 * The agents that this installation has, and with what options they are loaded.
 *
 * <p><b>Takes</b> the directory of the script {@code pickglass}. <b>Gives</b> jars and options, for
 * the command line of a JVM or for one that runs.
 */
@NullMarked
package io.pickglass.repl.agents;

import org.jspecify.annotations.NullMarked;
