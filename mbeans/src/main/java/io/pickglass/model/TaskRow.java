package io.pickglass.model;

import java.util.List;

/**
 * One task as it is, or as it was when it ended. Durations are in nanoseconds up to the instant of
 * the list; -1 stands for what cannot be known, text that cannot is empty.
 *
 * @param id the same everywhere as long as the task lives: {@code v123} for the virtual thread of
 *     that number, {@code x17} for what an executor was given, {@code a4} for an asynchronous
 *     pipeline, {@code h2} for what the program's own scheduler runs, {@code s9} for a section
 * @param kind virtual, executor, async, handle, section or untimed
 * @param state running, scheduled or idle; once it is over: returned, failed or cancelled
 * @param name what the task, its thread or its place is called
 * @param monitor the monitor that counts it
 * @param location where it was started, as a stack trace shows it: the first task of its class
 * @param target the class whose code it runs
 * @param parent of a section its task; of others the virtual thread that has made it
 * @param thrown the class of what it has thrown
 * @param createdMillis when it was instrumented, in milliseconds since 1970
 * @param totalNanos from then to now, or to its end
 * @param busyNanos its time in polls, with the one in progress
 * @param scheduledNanos the time it was ready and not polled, with the wait for its first poll
 * @param idleNanos the time it waited for something
 * @param firstPollDelayNanos its wait for the first poll
 * @param stateNanos for how long it has been in its state
 * @param pollCount its polls, with the one in progress
 * @param wakeCount how often it became ready, its start included
 * @param selfWakeCount how often that was because it yielded
 * @param lastPollNanos how long its latest poll took, or takes so far
 * @param lastPollAgoNanos how long ago that began
 * @param lastWakeAgoNanos how long ago it was last woken; where it was in a poll that has ended
 *     since, and was not idle after it, the end of that poll
 * @param wokenBy by whom: {@code v7} for a virtual thread, {@code timer}, {@code itself}, or the
 *     name of a platform thread
 * @param fields what the program has noted of it, each as {@code key=value}
 */
public record TaskRow(
    String id,
    String kind,
    String state,
    String name,
    String monitor,
    String location,
    String target,
    String parent,
    String thrown,
    long createdMillis,
    long totalNanos,
    long busyNanos,
    long scheduledNanos,
    long idleNanos,
    long firstPollDelayNanos,
    long stateNanos,
    long pollCount,
    long wakeCount,
    long selfWakeCount,
    long lastPollNanos,
    long lastPollAgoNanos,
    long lastWakeAgoNanos,
    String wokenBy,
    List<String> fields) {}
