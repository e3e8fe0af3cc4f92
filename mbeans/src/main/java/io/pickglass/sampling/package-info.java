/**
 * Cuts time into intervals, the same for all monitors.
 *
 * <p><b>Takes</b> snapshots of monitors. <b>Gives</b> completed intervals to any number of readers,
 * none of whom takes anything from another.
 */
@NullMarked
package io.pickglass.sampling;

import org.jspecify.annotations.NullMarked;
