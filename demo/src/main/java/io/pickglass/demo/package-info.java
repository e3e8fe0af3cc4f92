/**
 * The demo: a real small service and its load, in one process, for people who try Pickglass.
 *
 * <p><b>Takes</b> options from the command line. <b>Gives</b> a service with its monitors, until
 * something tells it to end; then it ends without a trace.
 */
@NullMarked
package io.pickglass.demo;

import org.jspecify.annotations.NullMarked;
