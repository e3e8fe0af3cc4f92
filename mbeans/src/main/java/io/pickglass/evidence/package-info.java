/**
 * Why a poll takes so long, found out while it runs: by a look every few milliseconds, and nothing
 * on the hot path.
 *
 * <p><b>Takes</b> what carriers and pool threads poll now, and since when. <b>Gives</b> slow polls
 * with their stacks, processor times and verdicts, by monitor and by task.
 */
@NullMarked
package io.pickglass.evidence;

import org.jspecify.annotations.NullMarked;
