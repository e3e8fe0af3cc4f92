package io.pickglass.model;

/**
 * One worker of a runtime as it is now. Its counters are since the runtime is watched, and go on
 * when another thread takes its place; -1 where they cannot be known.
 *
 * @param index its place in the runtime
 * @param threadName the name of its thread
 * @param threadId the number of its thread
 * @param state what its thread does, as {@link Thread.State} says it: of a carrier in a watched
 *     poll what the virtual thread does, of one that carries another thread {@code WAITING}
 * @param monitor for which monitor the task is watched that it polls now; empty if it polls none
 * @param task the name of that task if it is a virtual thread, or {@code #} and its number if it
 *     has none; else empty
 * @param taskNanos for how long it has polled that task so far; 0 if it polls none
 * @param pollCount polls of watched tasks that have begun on it
 * @param busyNanos the time in them, up to now
 * @param parkCount how often it has begun to wait
 * @param noopCountAtLeast parks beyond what it found to run: at least so many found nothing
 * @param stealCount how often it took a task from elsewhere than its own queue
 * @param localQueueDepth tasks in its own queue now
 * @param cpuNanos its processor time
 * @param allocatedBytes what it has allocated
 */
public record Worker(
    int index,
    String threadName,
    long threadId,
    String state,
    String monitor,
    String task,
    long taskNanos,
    long pollCount,
    long busyNanos,
    long parkCount,
    long noopCountAtLeast,
    long stealCount,
    long localQueueDepth,
    long cpuNanos,
    long allocatedBytes) {}
