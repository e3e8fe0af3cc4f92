/**
 * What a screen shows, without colours.
 *
 * <p><b>Takes</b> text and what it is. <b>Gives</b> lines that fit.
 */
@NullMarked
package io.pickglass.repl.top.frame;

import org.jspecify.annotations.NullMarked;
