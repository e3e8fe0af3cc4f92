/**
 * Immutable values: what was read, for everybody who looks.
 *
 * <p><b>Takes</b> the list of metrics. <b>Gives</b> records to the sampler, the MBeans and the
 * console. Nothing here can change a counter.
 */
@NullMarked
package io.pickglass.model;

import org.jspecify.annotations.NullMarked;
