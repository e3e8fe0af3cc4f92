package io.pickglass.monitor;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What makes a poll slow and a scheduled wait long, and from how long on a poll is looked into
 * while it runs. Writable while running.
 *
 * <p>Threads: any; an event is judged by the value it finds.
 */
public final class Thresholds {
  /**
   * The default of the first two: 1 ms. A poll on the JVM includes safepoints and compilation
   * pauses; at the 50 µs of tokio-metrics nearly every request handler is slow.
   */
  public static final long DEFAULT_NANOS = 1_000_000;

  /** The default of the third: 100 ms. To look costs the poll some ten microseconds. */
  public static final long DEFAULT_EVIDENCE_NANOS = 100_000_000;

  // So that nobody who is interested in all monitors has to ask each of them again and again.
  private static final AtomicInteger EVIDENCE_CHANGES = new AtomicInteger();

  private volatile long slowPollNanos = DEFAULT_NANOS;
  private volatile long longDelayNanos = DEFAULT_NANOS;
  private volatile long evidenceNanos = DEFAULT_EVIDENCE_NANOS;

  /** A poll of this duration or longer is slow. */
  public long slowPollNanos() {
    return slowPollNanos;
  }

  /** Sets {@link #slowPollNanos()}; at zero every poll is slow. */
  public void slowPollNanos(long nanos) {
    slowPollNanos = notNegative("slow-poll", nanos);
  }

  /** A scheduled wait of this duration or longer is long. */
  public long longDelayNanos() {
    return longDelayNanos;
  }

  /** Sets {@link #longDelayNanos()}; at zero every scheduled wait is long. */
  public void longDelayNanos(long nanos) {
    longDelayNanos = notNegative("long-delay", nanos);
  }

  /** A poll that has run for so long is looked into: its stack, its processor time. */
  public long evidenceNanos() {
    return evidenceNanos;
  }

  /** Sets {@link #evidenceNanos()}; at zero every poll is looked into that two looks find. */
  public void evidenceNanos(long nanos) {
    evidenceNanos = notNegative("slow-poll evidence", nanos);
    EVIDENCE_CHANGES.incrementAndGet();
  }

  /** How often {@link #evidenceNanos} was set, of all monitors. */
  public static int evidenceChanges() {
    return EVIDENCE_CHANGES.get();
  }

  private static long notNegative(String name, long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(
          "a " + name + " threshold of " + nanos + " ns: give 0 or more");
    }
    return nanos;
  }
}
