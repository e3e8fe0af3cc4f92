/**
 * The full-screen console.
 *
 * <p><b>Takes</b> a target and a screen. <b>Gives</b> the screen back when the user leaves.
 */
@NullMarked
package io.pickglass.repl.top;

import org.jspecify.annotations.NullMarked;
