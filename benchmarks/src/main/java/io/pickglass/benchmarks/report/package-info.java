/**
 * Shows results: as text, as JSON, as a page with curves.
 *
 * <p><b>Takes</b> results of rows. <b>Gives</b> lines and files.
 */
@NullMarked
package io.pickglass.benchmarks.report;

import org.jspecify.annotations.NullMarked;
