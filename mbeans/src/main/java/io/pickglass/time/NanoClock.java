package io.pickglass.time;

/**
 * A monotonic clock. Its zero means nothing; only differences do. Threads: any.
 *
 * <p>The idea of a clock as a parameter is Caffeine's {@code Ticker}.
 */
@FunctionalInterface
public interface NanoClock {
  /** The clock of the machine, which every reading outside of tests uses. */
  NanoClock SYSTEM = System::nanoTime;

  /** Nanoseconds since some fixed instant; never less than what any thread has read before. */
  long nanos();
}
