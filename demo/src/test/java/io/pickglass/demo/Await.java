package io.pickglass.demo;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what must become true, and says what did not. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private Await() {}

  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + DEADLINE.toSeconds() + " s: " + what);
      }
      Thread.sleep(5);
    }
  }

  /** Waits until no thread that belongs to the demo is alive in this JVM. */
  public static void noThreadsOfTheDemo() throws Exception {
    until(
        "the demo's threads have ended",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name ->
                    name.matches(
                        "HTTP-Dispatcher|idle-connection.*|load-.*|plugin-loader|report-clerk|doorman|connection-keeper|HttpClient-.*|.*MVStore.*|H2.*")));
  }
}
