/**
 * Takes: a question as text.
 *
 * <p>Gives: which rows are wanted, in which order, and how many; or where the text cannot be
 * understood. Of what the rows are is left to their {@link Column}s.
 */
@NullMarked
package io.pickglass.query;

import org.jspecify.annotations.NullMarked;
