package io.pickglass.model;

import java.util.List;

/**
 * One that waits for one thing. Durations are in nanoseconds; -1 stands for what cannot be known,
 * text that cannot is empty.
 *
 * @param task the task: {@code v12}, {@code x3}; {@code t17} for a platform thread that runs none
 * @param parent the task that has made it
 * @param name what it is called
 * @param monitor the monitor that counts it
 * @param resource the id of that for which it waits
 * @param resourceType its class, as people write it
 * @param source what it has called: {@code ReentrantLock.lock}
 * @param location its own frame that has called that
 * @param holder who has that for which it waits
 * @param holderName how that is called
 * @param heldNanos since it was first seen to have it
 * @param waitNanos for how long it has waited now
 * @param totalNanos its life so far
 * @param busyNanos its time in polls
 * @param idleNanos its time waiting
 * @param pollCount its polls
 * @param attributes what else is told of the wait, each as {@code key=value}
 */
public record Wait(
    String task,
    String parent,
    String name,
    String monitor,
    String resource,
    String resourceType,
    String source,
    String location,
    String holder,
    String holderName,
    long heldNanos,
    long waitNanos,
    long totalNanos,
    long busyNanos,
    long idleNanos,
    long pollCount,
    List<String> attributes) {}
