/**
 * Arithmetic on intervals: spans added up, two of them compared, streams zipped.
 *
 * <p><b>Takes</b> intervals of the model. <b>Gives</b> intervals and differences to the views.
 * Pure: no clock, no network, no text.
 */
@NullMarked
package io.pickglass.repl.series;

import org.jspecify.annotations.NullMarked;
