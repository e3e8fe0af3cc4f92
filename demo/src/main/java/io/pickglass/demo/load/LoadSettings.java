package io.pickglass.demo.load;

import java.time.Duration;

/**
 * How much is sent.
 *
 * @param rate requests per second
 * @param requests how many in all; {@link #ENDLESS} to go on until it is stopped
 * @param seed of the {@link RequestSequence}
 */
public record LoadSettings(double rate, long requests, long seed) {
  /** More requests than anybody will wait for. */
  public static final long ENDLESS = Long.MAX_VALUE;

  /**
   * Requests that may be under way at once; one more is not sent. The JDK's server keeps as many
   * idle connections: it would close others just when the next request takes one.
   */
  public static final int MAX_IN_FLIGHT = 200;

  /** How long an answer may take. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The requests that fall into the first {@code duration}. */
  public static LoadSettings during(Duration duration, double rate, long seed) {
    return new LoadSettings(rate, (long) Math.ceil(rate * duration.toNanos() / 1e9), seed);
  }

  /** Until it is stopped. */
  public static LoadSettings endless(double rate, long seed) {
    return new LoadSettings(rate, ENDLESS, seed);
  }
}
