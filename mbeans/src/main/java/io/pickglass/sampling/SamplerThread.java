package io.pickglass.sampling;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.pickglass.time.OwnThread;
import java.util.function.Consumer;

/**
 * The one thread that drives a {@link Sampler}. A daemon: it keeps nobody's process alive.
 *
 * <p>Threads: settings and readings by any thread.
 */
public final class SamplerThread {
  /** The default length of an interval. */
  public static final long DEFAULT_INTERVAL_MILLIS = 1_000;

  private static final long MIN_MILLIS = 10;
  private static final long MAX_MILLIS = 3_600_000;

  private final Sampler sampler;
  private final Consumer<Throwable> errors;
  private final OwnThread thread;
  private volatile long intervalMillis = DEFAULT_INTERVAL_MILLIS;

  // Written by the thread alone.
  private volatile long latenessNanos;
  private volatile long maxLatenessNanos;
  private volatile long costNanos;
  private volatile long totalCostNanos;

  /** A thread for that sampler, not yet started; it goes on after errors, which it passes on. */
  public SamplerThread(Sampler sampler, Consumer<Throwable> errors) {
    this.sampler = sampler;
    this.errors = errors;
    this.thread = new OwnThread("pickglass-sampler", this::run);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Ends it; the interval that runs is not completed. */
  public void stop() {
    thread.stop();
  }

  private void run() {
    long last = System.nanoTime();
    while (!thread.isStopped()) {
      long left = last + MILLISECONDS.toNanos(intervalMillis) - System.nanoTime();
      if (left > 0) {
        thread.pause(left);
      } else {
        tick(-left);
        last = next(last, left);
      }
    }
  }

  /** When the interval that begins now began by plan; after a long stop of the process, now. */
  private long next(long last, long left) {
    long length = MILLISECONDS.toNanos(intervalMillis);
    return -left < length ? last + length : System.nanoTime();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  private void tick(long lateness) {
    long start = System.nanoTime();
    try {
      sampler.tick();
    } catch (Throwable e) {
      errors.accept(e);
    }
    latenessNanos = lateness;
    maxLatenessNanos = Math.max(maxLatenessNanos, lateness);
    costNanos = System.nanoTime() - start;
    totalCostNanos += costNanos;
  }

  /** The length of an interval. */
  public long intervalMillis() {
    return intervalMillis;
  }

  /** Sets the length of the interval that runs now and of those that follow. */
  public void intervalMillis(long millis) {
    if (millis < MIN_MILLIS || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(
          "an interval of " + millis + " ms: give " + MIN_MILLIS + " to " + MAX_MILLIS);
    }
    intervalMillis = millis;
    thread.wake();
  }

  /** How much later than planned the last tick began. */
  public long latenessNanos() {
    return latenessNanos;
  }

  /** The greatest lateness so far. */
  public long maxLatenessNanos() {
    return maxLatenessNanos;
  }

  /** What the last tick took. */
  public long costNanos() {
    return costNanos;
  }

  /** What all ticks took. */
  public long totalCostNanos() {
    return totalCostNanos;
  }
}
