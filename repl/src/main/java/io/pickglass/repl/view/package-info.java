/**
 * Values become lines of text or JSON.
 *
 * <p><b>Takes</b> intervals, differences and a width. <b>Gives</b> lines with a tone, which only
 * the terminal turns into colours. Pure: the same values always make the same text.
 */
@NullMarked
package io.pickglass.repl.view;

import org.jspecify.annotations.NullMarked;
