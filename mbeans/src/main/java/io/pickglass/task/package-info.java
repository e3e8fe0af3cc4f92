/**
 * The state machine of one task: from its wakes and polls to the events that its monitors add up.
 *
 * <p><b>Takes</b> wakes, polls and ends from {@code instrument}. <b>Gives</b> each of them, with
 * one stamp per boundary, to the monitors of the task.
 */
@NullMarked
package io.pickglass.task;

import org.jspecify.annotations.NullMarked;
