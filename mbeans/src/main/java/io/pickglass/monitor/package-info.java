/**
 * The numbers of a monitor while they grow: cells that many threads write and anybody reads.
 *
 * <p><b>Takes</b> events of tasks, each with its stamps. <b>Gives</b> snapshots, consistent within
 * a cell, that never change what they read.
 */
@NullMarked
package io.pickglass.monitor;

import org.jspecify.annotations.NullMarked;
