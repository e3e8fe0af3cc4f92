package io.pickglass.monitor;

import io.pickglass.model.TaskReport;

/**
 * The numbers that are read of one task: durations in nanoseconds, stamps of the clock of its
 * monitor.
 *
 * <p>Threads: one at a time.
 */
public abstract class TaskNumbers {
  /** Stands for a duration or number that is not known. */
  public static final long UNKNOWN = -1;

  private long firstPollDelayNanos;
  private long pollCount;
  private long pollNanos;
  private long scheduledNanos;
  private long idleCount;
  private long idleNanos;
  private long selfWakeCount;

  private long latestPollStart;
  private long latestPollNanos;
  private long latestWake;

  /** How it was last polled and woken: stamps, or {@value #UNKNOWN}. */
  public final void latest(long pollStart, long pollNanos, long wake) {
    this.latestPollStart = pollStart;
    this.latestPollNanos = pollNanos;
    this.latestWake = wake;
  }

  /** What it has done up to now. */
  public final void times(long firstPollDelay, long poll, long scheduled, long idle) {
    this.firstPollDelayNanos = firstPollDelay;
    this.pollNanos = poll;
    this.scheduledNanos = scheduled;
    this.idleNanos = idle;
  }

  /** How often it did what. */
  public final void counts(long polls, long idles, long selfWakes) {
    this.pollCount = polls;
    this.idleCount = idles;
    this.selfWakeCount = selfWakes;
  }

  /** Its wait for the first poll. */
  public final long firstPollDelayNanos() {
    return firstPollDelayNanos;
  }

  /** Its polls, the present one included. */
  public final long pollCount() {
    return pollCount;
  }

  /** The time in them. */
  public final long pollNanos() {
    return pollNanos;
  }

  /** The time it was ready and not polled, the wait for its first poll included. */
  public final long scheduledNanos() {
    return scheduledNanos;
  }

  /** How often it waited for something and was woken. */
  public final long idleCount() {
    return idleCount;
  }

  /** The time in which it waited for something. */
  public final long idleNanos() {
    return idleNanos;
  }

  /** How often it yielded. */
  public final long selfWakeCount() {
    return selfWakeCount;
  }

  /** When its latest poll began. */
  public final long latestPollStart() {
    return latestPollStart;
  }

  /** How long that took, or takes so far. */
  public final long latestPollNanos() {
    return latestPollNanos;
  }

  /** When it was last woken. */
  public final long latestWake() {
    return latestWake;
  }

  /** Leaves out what a task had done before it entered a section. */
  final void subtract(TaskReport before) {
    scheduledNanos -= before.scheduledNanos() + before.firstPollDelayNanos();
    firstPollDelayNanos = 0;
    pollNanos -= before.pollNanos();
    idleNanos -= before.idleNanos();
    pollCount -= before.pollCount() - 1;
    idleCount -= before.idleCount();
    selfWakeCount -= before.selfWakeCount();
  }

  final void copyNumbers(TaskNumbers other) {
    times(other.firstPollDelayNanos, other.pollNanos, other.scheduledNanos, other.idleNanos);
    counts(other.pollCount, other.idleCount, other.selfWakeCount);
    latest(other.latestPollStart, other.latestPollNanos, other.latestWake);
  }
}
