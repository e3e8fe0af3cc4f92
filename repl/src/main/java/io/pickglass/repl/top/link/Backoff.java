package io.pickglass.repl.top.link;

import java.time.Duration;

/** How long to wait before the next attempt: each time twice as long, up to a limit. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration next = FIRST;

  /** The wait before the next attempt. */
  Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return now;
  }

  /** It has worked. */
  void reset() {
    next = FIRST;
  }
}
