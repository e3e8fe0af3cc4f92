package io.pickglass.monitor;

/**
 * What makes a poll slow and a scheduled wait long. Writable while running.
 *
 * <p>Threads: any; an event is judged by the value it finds.
 */
public final class Thresholds {
  /**
   * The default of both: 1 ms. A poll on the JVM includes safepoints and compilation pauses; at the
   * 50 µs of tokio-metrics nearly every request handler is slow.
   */
  public static final long DEFAULT_NANOS = 1_000_000;

  private volatile long slowPollNanos = DEFAULT_NANOS;
  private volatile long longDelayNanos = DEFAULT_NANOS;

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

  private static long notNegative(String name, long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(
          "a " + name + " threshold of " + nanos + " ns: give 0 or more");
    }
    return nanos;
  }
}
