/**
 * The views: what each knows, asks for, and draws.
 *
 * <p><b>Takes</b> answers and keys. <b>Gives</b> the lines of a view.
 */
@NullMarked
package io.pickglass.repl.top.page;

import org.jspecify.annotations.NullMarked;
