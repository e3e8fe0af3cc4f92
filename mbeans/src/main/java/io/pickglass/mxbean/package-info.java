/**
 * What stands on the wire: names of MBeans, their interfaces, and the shape of composites.
 *
 * <p><b>Takes</b> model and catalog. <b>Gives</b> contracts to {@code jmx}, which serves them, and
 * to every client, which reads them.
 */
@NullMarked
package io.pickglass.mxbean;

import org.jspecify.annotations.NullMarked;
