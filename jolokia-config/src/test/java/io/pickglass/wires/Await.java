package io.pickglass.wires;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waiting for another process or thread, never without an end. */
final class Await {
  static final Duration DEADLINE = Duration.ofSeconds(30);

  private Await() {}

  /** The first value that is there; asks every few milliseconds. */
  static <T> T value(String what, Callable<Optional<T>> question) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<T> answer = question.call();
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(10);
    }
    throw new AssertionError("waited " + DEADLINE.toSeconds() + " s in vain for " + what);
  }
}
