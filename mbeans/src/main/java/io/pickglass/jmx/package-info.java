/**
 * Serves the MBeans.
 *
 * <p><b>Takes</b> monitors, their histories and the catalog. <b>Gives</b> MBeans with descriptions
 * and units to every JMX client. Reading them changes nothing.
 */
@NullMarked
package io.pickglass.jmx;

import org.jspecify.annotations.NullMarked;
