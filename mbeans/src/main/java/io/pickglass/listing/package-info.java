/**
 * Takes: the tables of live and ended tasks, and a question in text.
 *
 * <p>Gives: the window of the answer that was asked for. Reads beside the tasks and stops nobody.
 */
@NullMarked
package io.pickglass.listing;

import org.jspecify.annotations.NullMarked;
