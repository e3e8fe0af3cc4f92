/**
 * Configuration of the agents that carry our numbers out of the process: Jolokia and the Prometheus
 * JMX exporter. The other files are in the directory {@code config} of this module.
 *
 * <p><b>Takes</b> the list of metrics and the names of the MBeans. <b>Gives</b> the exporter's
 * rules, and the options with which the agents are started.
 */
@NullMarked
package io.pickglass.wires;

import org.jspecify.annotations.NullMarked;
