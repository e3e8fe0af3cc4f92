/**
 * The three ways to run commands: typed, from {@code -e} or a file, from a pipe.
 *
 * <p><b>Takes</b> options of the command line. <b>Gives</b> the exit code of the first command that
 * failed.
 */
@NullMarked
package io.pickglass.repl.run;

import org.jspecify.annotations.NullMarked;
