/**
 * Time as a parameter, and the threads of ours that wait for it.
 *
 * <p><b>Takes</b> the machine's monotonic clock, or a test's hand. <b>Gives</b> nanoseconds to
 * everybody who needs to know how late it is.
 */
@NullMarked
package io.pickglass.time;

import org.jspecify.annotations.NullMarked;
