/**
 * The subcommand {@code demo}: a service of our own as a child process, ready to be looked at.
 *
 * <p><b>Takes</b> the jars and the configuration of the build. <b>Gives</b> a running service and a
 * session connected to it; no process stays behind.
 */
@NullMarked
package io.pickglass.repl.demo;

import org.jspecify.annotations.NullMarked;
