/**
 * The subcommand {@code bench}: the benchmarks as a child process.
 *
 * <p><b>Takes</b> the jars of the build. <b>Gives</b> what the benchmarks print, and their exit
 * code; no process stays behind.
 */
@NullMarked
package io.pickglass.repl.bench;

import org.jspecify.annotations.NullMarked;
