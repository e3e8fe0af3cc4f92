/**
 * What the benchmarks answer: {@link io.pickglass.benchmarks.row.Rows} is the one list from which
 * the command, its help, the page and the JSON come.
 *
 * <p><b>Takes</b> what the batches of plans have shown. <b>Gives</b> results, each beside its aim.
 */
@NullMarked
package io.pickglass.benchmarks.row;

import org.jspecify.annotations.NullMarked;
