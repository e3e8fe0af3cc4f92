package io.pickglass.evidence;

import java.util.concurrent.locks.LockSupport;
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
  private final Thread thread;
  private volatile boolean stopped;

  // Written by the thread alone.
  private volatile long lookCount;
  private volatile long costNanos;

  /** A thread for a watchdog that is made when it begins and closed when it ends. */
  public WatchdogThread(Supplier<Watchdog> making, Consumer<Throwable> errors) {
    this.making = making;
    this.errors = errors;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .inheritInheritableThreadLocals(false)
            .name("pickglass-watchdog")
            .unstarted(this::run);
    // It must not keep the class loader of whoever happens to start it.
    thread.setContextClassLoader(null);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Ends it. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    try (Watchdog watchdog = making.get()) {
      while (!stopped) {
        look(watchdog);
        LockSupport.parkNanos(this, watchdog.waitNanos());
        // Somebody interrupts all threads he finds: that must not turn the wait into a spin.
        Thread.interrupted();
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
