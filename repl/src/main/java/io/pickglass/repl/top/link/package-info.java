/**
 * The way to the target; nothing here draws, and nothing else asks.
 *
 * <p><b>Takes</b> questions. <b>Gives</b> answers, and how the connection is.
 */
@NullMarked
package io.pickglass.repl.top.link;

import org.jspecify.annotations.NullMarked;
