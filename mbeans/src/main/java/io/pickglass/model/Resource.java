package io.pickglass.model;

import java.util.List;

/**
 * What tasks wait for. Durations are in nanoseconds; -1 stands for what cannot be known, text that
 * cannot is empty.
 *
 * @param id the same as long as it lives and is asked for: {@code r12}
 * @param parent the id of that of which it is a part: the condition inside of a queue has the queue
 * @param kind lock, monitor, condition, queue, timer, io …
 * @param type its class, as people write it: {@code ReentrantLock}
 * @param target the module and package of that: {@code java.base/java.util.concurrent.locks}
 * @param internal whether the program does not know it: it is a part of its parent
 * @param source what was called: {@code ArrayBlockingQueue.take}; of the one that waits longest, as
 *     far as was looked at
 * @param location the caller's frame, of the same
 * @param madeAt the frame that has made it, where making is tracked
 * @param ageNanos since it was first shown
 * @param totalNanos since it was made, where making is tracked
 * @param waiterCount how many wait for it
 * @param lookedIntoCount how many of these were looked at
 * @param longestWaitNanos for how long one of them has waited, at most
 * @param holder who has it: {@code v7} for a virtual thread, {@code x3} for a task, {@code t17} for
 *     a platform thread
 * @param holderName how that is called
 * @param heldNanos since it was first seen to have it
 * @param attributes what it tells of itself, each as {@code key=value}
 */
public record Resource(
    String id,
    String parent,
    String kind,
    String type,
    String target,
    boolean internal,
    String source,
    String location,
    String madeAt,
    long ageNanos,
    long totalNanos,
    long waiterCount,
    long lookedIntoCount,
    long longestWaitNanos,
    String holder,
    String holderName,
    long heldNanos,
    List<String> attributes) {}
