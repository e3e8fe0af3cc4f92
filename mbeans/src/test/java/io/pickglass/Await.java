package io.pickglass;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within " + DEADLINE + ": " + what);
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while waiting: " + what, e);
      }
    }
  }

  /** Waits until a thread is in that state. */
  public static void state(Thread thread, Thread.State state) {
    until(thread + " is " + state, () -> thread.getState() == state);
  }

  /** Waits until a thread is over, whatever it has thrown. */
  public static void end(Thread thread) {
    try {
      if (!thread.join(DEADLINE)) {
        throw new AssertionError(thread + " has not ended within " + DEADLINE);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
