package io.pickglass.time;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread of ours in a process that is not: a daemon that keeps nobody's process alive, nobody's
 * class loader and nobody's inherited values, and that no interruption turns into a spin.
 *
 * <p>Threads: any may start and stop it; {@link #pause} belongs to its own code.
 */
public final class OwnThread {
  private final Thread thread;
  private volatile boolean stopped;

  /** One of that name that runs that, not yet started. */
  public OwnThread(String name, Runnable code) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .inheritInheritableThreadLocals(false)
            .name(name)
            .unstarted(code);
    // It must not keep the class loader of whoever happens to start it.
    thread.setContextClassLoader(null);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Tells it to end, and ends its pause. */
  public void stop() {
    stopped = true;
    wake();
  }

  /** Whether it was told to end. */
  public boolean isStopped() {
    return stopped;
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Ends its pause. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Waits so long, or until it is woken, told to end or interrupted. */
  public void pause(long nanos) {
    LockSupport.parkNanos(this, nanos);
    // Somebody interrupts all threads he finds: that must not turn the next wait into a spin.
    Thread.interrupted();
  }
}
