package io.pickglass.programs;

import io.pickglass.Monitors;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One watched thread of a program: takes its steps, under a monitor of its own, and notes them. */
final class Actor implements Runnable {
  final TaskMonitor monitor = Monitors.onSystemClock();
  final Notes notes = new Notes();
  final ReentrantLock lock = new ReentrantLock();
  final Object object = new Object();
  final Thread thread;

  private final List<Step> steps;
  private final Conductor conductor;

  // Whether the next park returns at once.
  private boolean permit;

  // How often it has waited for the conductor, and how often he has let it go.
  private int waited;
  private volatile int released;

  private volatile @Nullable Expiring expiring;

  /** A sleep that shall end when no carrier is free. */
  static final class Expiring {
    final long nanos;

    Expiring(long nanos) {
      this.nanos = nanos;
    }
  }

  Actor(List<Step> steps, Conductor conductor) {
    this.steps = steps;
    this.conductor = conductor;
    Thread.UncaughtExceptionHandler handler = (thread, thrown) -> notes.caught = thrown;
    notes.making = System.nanoTime();
    this.thread = monitor.unstarted(Thread.ofVirtual().uncaughtExceptionHandler(handler), this);
  }

  @Override
  public void run() {
    notes.first = System.nanoTime();
    try {
      for (Step step : steps) {
        long before = System.nanoTime();
        take(step);
        long nanos = System.nanoTime() - before;
        notes.mayIdleNanos += step.kind().mayIdle() ? nanos : 0;
        notes.mayQueueNanos += step.kind().mayQueue() ? nanos : 0;
      }
    } finally {
      notes.report = Pickglass.currentTask().report();
      notes.last = System.nanoTime();
    }
  }

  private void take(Step step) {
    switch (step.kind()) {
      case YIELD -> yieldOnce();
      case SPIN -> spin(step.nanos());
      case SLEEP -> sleep(step.nanos());
      case PARK -> park(step.nanos());
      case WAIT -> await(step.micros() / 1_000 + 1);
      case UNPARK_ITSELF -> unparkItself();
      case INTERRUPT_ITSELF -> interruptItself();
      case HANDSHAKE -> conducted(step.nanos(), () -> conductor.unpark(this, step.nanos()));
      case QUEUE -> conducted(0, () -> conductor.unparkWithoutCarriers(this, step.nanos()));
      case EXPIRE -> sleepUntilNoCarrierIsFree(step.nanos());
      case INTERRUPT -> sleepUntilInterrupted(step.nanos());
      case NOTIFY -> awaitNotification(step.nanos());
      case LOCK -> wantHeldLock(step.nanos());
      case MONITOR -> wantHeldMonitor(step.nanos());
      case SHARED_LOCK -> spinUnderSharedLock(step.nanos());
      case SHARED_MONITOR -> spinUnderSharedMonitor(step.nanos());
      case THROW -> throwOnPurpose();
    }
  }

  private void yieldOnce() {
    notes.yields++;
    Thread.yield();
  }

  private void spin(long nanos) {
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    notes.spunNanos += now - start;
  }

  private void sleep(long nanos) {
    notes.slept(nanos);
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    // As the JDK leaves it.
    permit = true;
  }

  private void park(long nanos) {
    // A shared lock may have left a permit of which it knows nothing.
    if (!permit && !notes.metOthers) {
      notes.slept(nanos);
    }
    permit = false;
    LockSupport.parkNanos(this, nanos);
  }

  private void await(long millis) {
    notes.slept(millis * 1_000_000);
    synchronized (object) {
      try {
        object.wait(millis);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void unparkItself() {
    LockSupport.unpark(thread);
    permit = true;
  }

  private void interruptItself() {
    thread.interrupt();
    try {
      Thread.sleep(1);
      throw new AssertionError("not interrupted");
    } catch (InterruptedException e) {
      permit = true;
    }
  }

  /** Asks the conductor for something, and parks until he has done it. */
  private void conducted(long nanos, Runnable request) {
    ask(nanos, request);
    while (released < waited) {
      LockSupport.park(this);
    }
    permit = false;
  }

  private void ask(long nanos, Runnable request) {
    waited++;
    notes.waited(nanos);
    conductor.please(request);
  }

  /** By the conductor: lets it go. */
  void release() {
    released = waited;
  }

  private void sleepUntilNoCarrierIsFree(long nanos) {
    long slept = nanos + 5_000_000;
    Expiring step = new Expiring(slept);
    expiring = step;
    conductor.please(() -> conductor.letExpire(this, step));
    sleep(slept);
    expiring = null;
  }

  /** By the conductor, who may come late: whether it is still asleep in that step. */
  boolean isIn(Expiring step) {
    return expiring == step && thread.getState() == Thread.State.TIMED_WAITING;
  }

  private void sleepUntilInterrupted(long nanos) {
    ask(nanos, () -> conductor.interrupt(this, nanos));
    try {
      Thread.sleep(3_600_000);
      throw new AssertionError("not interrupted");
    } catch (InterruptedException e) {
      permit = true;
    }
    // The last thing that interrupt() does is to end a wait; it must not be one that comes later.
    while (released < waited) {
      Thread.onSpinWait();
    }
  }

  private void awaitNotification(long nanos) {
    synchronized (object) {
      ask(nanos, () -> conductor.notify(this, nanos));
      try {
        while (released < waited) {
          object.wait();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void wantHeldLock(long nanos) {
    conducted(0, () -> conductor.holdLock(this, nanos));
    notes.waited(nanos);
    lock.lock();
    lock.unlock();
  }

  private void wantHeldMonitor(long nanos) {
    conducted(0, () -> conductor.holdMonitor(this, nanos));
    notes.waited(nanos);
    synchronized (object) {
      permit = false;
    }
  }

  private void spinUnderSharedLock(long nanos) {
    notes.metOthers = true;
    conductor.sharedLock.lock();
    try {
      spin(nanos);
    } finally {
      conductor.sharedLock.unlock();
    }
  }

  private void spinUnderSharedMonitor(long nanos) {
    notes.metOthers = true;
    synchronized (conductor.sharedObject) {
      spin(nanos);
    }
  }

  private void throwOnPurpose() {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    notes.thrown = thrown;
    throw thrown;
  }
}
