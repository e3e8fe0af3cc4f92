/**
 * Records what a target tells.
 *
 * <p><b>Takes</b> a target, as any other reader does, and bounds. <b>Gives</b> a file. It asks from
 * outside, in its own time: the target's sampling knows nothing of it.
 */
@NullMarked
package io.pickglass.repl.record;

import org.jspecify.annotations.NullMarked;
