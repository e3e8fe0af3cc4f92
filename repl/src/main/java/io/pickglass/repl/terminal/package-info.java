/**
 * The interactive face: line editing, history, completion, colours.
 *
 * <p><b>Takes</b> the commands and a session. <b>Gives</b> a prompt. The only package that imports
 * the terminal library.
 */
@NullMarked
package io.pickglass.repl.terminal;

import org.jspecify.annotations.NullMarked;
