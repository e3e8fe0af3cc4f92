/**
 * JShell on a target: snippets run in the console's own JVM and ask through {@link
 * io.pickglass.repl.jshell.Scope}.
 *
 * <p><b>Takes</b> snippets and a target. <b>Gives</b> what JShell would answer. Nothing of {@code
 * jdk.jshell} is loaded before the first snippet.
 */
@NullMarked
package io.pickglass.repl.jshell;

import org.jspecify.annotations.NullMarked;
