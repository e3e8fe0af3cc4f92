/**
 * Tables of which a part is on the screen.
 *
 * <p><b>Takes</b> rows and columns. <b>Gives</b> lines, and which row is selected.
 */
@NullMarked
package io.pickglass.repl.top.table;

import org.jspecify.annotations.NullMarked;
