/**
 * The subcommand {@code run}: a program of the user's with the agent, from its start on.
 *
 * <p><b>Takes</b> settings, ports and the word for {@code java}. <b>Gives</b> the options that this
 * {@code java} needs, to the script, which then becomes the program. What was typed wrongly ends
 * with a sentence; whatever else is wrong is said, and the program runs without.
 */
@NullMarked
package io.pickglass.repl.launch;

import org.jspecify.annotations.NullMarked;
