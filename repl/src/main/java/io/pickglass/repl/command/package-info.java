/**
 * One class per command of the console, and the session they share.
 *
 * <p><b>Takes</b> words of a command line. <b>Gives</b> text on the session's output and an exit
 * code. The annotations here are the one definition that parsing, help and completion follow.
 */
@NullMarked
package io.pickglass.repl.command;

import org.jspecify.annotations.NullMarked;
