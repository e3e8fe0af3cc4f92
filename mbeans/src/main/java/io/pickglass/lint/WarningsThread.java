package io.pickglass.lint;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.pickglass.time.OwnThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/**
 * The thread that looks, a daemon. Not the sampler's: a look at a million tasks would make its tick
 * late, and how often one samples says nothing about how soon one wants to be warned.
 *
 * <p>It looks also while nobody reads, for the history; and rests {@value #REST} times as long as a
 * look took, so that it costs at most 2 % of one processor, however many tasks there are.
 *
 * <p>Threads: settings and readings by any thread.
 */
public final class WarningsThread {
  /** The time from one look to the next at first. */
  public static final long DEFAULT_LOOK_MILLIS = 250;

  private static final long MIN_MILLIS = 10;
  private static final long MAX_MILLIS = 3_600_000;
  private static final int REST = 49;

  // After a stop of the whole process everything that ran looks as if it had run for long: what is
  // nothing but late is given so long to get on.
  private static final long LATE_NANOS = 20_000_000;

  private final Warnings warnings;
  private final Consumer<Throwable> errors;
  private final OwnThread thread;
  private volatile long lookMillis = DEFAULT_LOOK_MILLIS;

  // Written by the thread alone.
  private volatile long lookCount;
  private volatile long costNanos;
  private volatile long totalCostNanos;

  /** A thread for those warnings, not yet started; it goes on after errors, which it passes on. */
  public WarningsThread(Warnings warnings, Consumer<Throwable> errors) {
    this.warnings = warnings;
    this.errors = errors;
    this.thread = new OwnThread("pickglass-warnings", this::run);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Ends it. What is active stays so. */
  public void stop() {
    thread.stop();
  }

  private void run() {
    long last = System.nanoTime();
    while (!thread.isStopped()) {
      long left = last + pauseNanos() - System.nanoTime();
      if (left > 0) {
        thread.pause(left);
      } else {
        if (-left > LATE_NANOS) {
          thread.pause(LATE_NANOS);
        }
        look();
        last = System.nanoTime();
      }
    }
  }

  private long pauseNanos() {
    return Math.max(MILLISECONDS.toNanos(lookMillis), REST * costNanos);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  private void look() {
    long start = worked();
    try {
      warnings.look();
    } catch (Throwable e) {
      errors.accept(e);
    }
    costNanos = worked() - start;
    totalCostNanos += costNanos;
    lookCount++;
  }

  // By the clock a look takes longest where all processors are taken, which is when it is wanted.
  private static long worked() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** The time from one look to the next, if looks are quick. */
  public long lookMillis() {
    return lookMillis;
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException below 10 ms or above an hour
   */
  public void lookMillis(long millis) {
    if (millis < MIN_MILLIS || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(
          millis + " ms between looks: give " + MIN_MILLIS + " to " + MAX_MILLIS);
    }
    lookMillis = millis;
    thread.wake();
  }

  /** The time from one look to the next as it is now. */
  public long presentPauseNanos() {
    return pauseNanos();
  }

  /** How often it has looked. */
  public long lookCount() {
    return lookCount;
  }

  /** What the last look took of a processor. */
  public long costNanos() {
    return costNanos;
  }

  /** What all looks took of a processor. */
  public long totalCostNanos() {
    return totalCostNanos;
  }
}
