/**
 * What runs tasks: the virtual-thread scheduler, ForkJoinPools and thread pools, worker by worker.
 *
 * <p><b>Takes</b> what the JVM, the pools and our own lanes count. <b>Gives</b> the numbers of each
 * runtime at an instant, and between two.
 */
@NullMarked
package io.pickglass.runtime;

import org.jspecify.annotations.NullMarked;
