/**
 * The language of {@code assert} and {@code watch}: comparisons of metrics.
 *
 * <p><b>Takes</b> text, and values by the names of monitors, runtimes and metrics. <b>Gives</b>
 * whether it holds, and with which numbers. Knows no target and no command.
 */
@NullMarked
package io.pickglass.repl.expression;

import org.jspecify.annotations.NullMarked;
