package io.pickglass.instrument;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A thread with a known script: every kind of wait once, three yields, and the end. */
final class Probe implements Runnable {
  private final Object contended = new Object();
  private final long waitMillis;
  private volatile boolean parked;
  private volatile boolean unparked;
  private volatile boolean entering;

  /**
   * A script with timed waits so long. If the carrier loses its processor for as long just before
   * such a wait begins, the thread is ready before it was idle.
   */
  Probe(long waitMillis) {
    this.waitMillis = waitMillis;
  }

  @Override
  public void run() {
    Thread.yield();
    Thread.yield();
    Thread.yield();
    // The park comes before the sleep, for a sleep leaves a permit behind.
    parked = true;
    while (!unparked) {
      LockSupport.park(this);
    }
    try {
      Thread.sleep(waitMillis);
      synchronized (this) {
        // Nobody notifies: the time is what is waited for.
        wait(waitMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    entering = true;
    synchronized (contended) {
      entering = false;
    }
  }

  /** Plays the other part of the script; false if the deadline passes before the end. */
  boolean accompany(Thread thread, long deadlineMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
    boolean ended;
    synchronized (contended) {
      ended =
          reaches(thread, () -> parked, Thread.State.WAITING, deadline)
              && unpark(thread)
              && reaches(thread, () -> entering, Thread.State.BLOCKED, deadline);
    }
    // Also after a failure: the thread must not wait for ever.
    unpark(thread);
    return ended && thread.join(Duration.ofMillis(deadlineMillis));
  }

  private boolean unpark(Thread thread) {
    unparked = true;
    LockSupport.unpark(thread);
    return true;
  }

  private static boolean reaches(
      Thread thread, BooleanSupplier there, Thread.State state, long deadline)
      throws InterruptedException {
    while (!there.getAsBoolean() || thread.getState() != state) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(1);
    }
    return true;
  }
}
