/**
 * Pictures of numbers: lines over time, and histograms.
 *
 * <p><b>Takes</b> numbers with their units. <b>Gives</b> lines of text, in braille and blocks or in
 * ASCII, and the same picture as SVG. Pure; knows no target and no command.
 */
@NullMarked
package io.pickglass.repl.picture;

import org.jspecify.annotations.NullMarked;
