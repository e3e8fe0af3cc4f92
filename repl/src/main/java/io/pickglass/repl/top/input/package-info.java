/**
 * What is typed and clicked.
 *
 * <p><b>Takes</b> characters. <b>Gives</b> keys by name.
 */
@NullMarked
package io.pickglass.repl.top.input;

import org.jspecify.annotations.NullMarked;
