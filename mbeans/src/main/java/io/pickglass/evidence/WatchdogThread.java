package io.pickglass.evidence;

import io.pickglass.time.OwnThread;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one thread that drives a {@link Watchdog}. A daemon: it keeps nobody's process alive.
 *
 * <p>Threads: any may start, stop and ask.
 */
public final class WatchdogThread {
  private final Supplier<Watchdog> making;
  private final Consumer<Throwable> errors;
  private final OwnThread thread;

  // Written by the thread alone.
  private volatile long lookCount;
  private volatile long costNanos;

  /** A thread for a watchdog that is made when it begins and closed when it ends. */
  public WatchdogThread(Supplier<Watchdog> making, Consumer<Throwable> errors) {
    this.making = making;
    this.errors = errors;
    this.thread = new OwnThread("pickglass-watchdog", this::run);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Ends it. */
  public void stop() {
    thread.stop();
  }

  private void run() {
    try (Watchdog watchdog = making.get()) {
      while (!thread.isStopped()) {
        look(watchdog);
        thread.pause(watchdog.waitNanos());
      }
    } catch (Throwable e) {
      errors.accept(e);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  private void look(Watchdog watchdog) {
    long start = System.nanoTime();
    try {
      watchdog.look();
    } catch (Throwable e) {
      errors.accept(e);
    }
    lookCount++;
    costNanos += System.nanoTime() - start;
  }

  /** Whether it looks. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** How often it has looked. */
  public long lookCount() {
    return lookCount;
  }

  /** What all looks took. */
  public long costNanos() {
    return costNanos;
  }
}
