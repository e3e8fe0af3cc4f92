package io.pickglass.programs;

import io.pickglass.Carriers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs a program: starts its threads and does to them, one after the other, what they ask for. He
 * acts on a thread only when he has seen it wait, so that each of its waits is one, and known.
 */
final class Conductor {
  private static final long DEADLINE_NANOS = 20_000_000_000L;

  final ReentrantLock sharedLock = new ReentrantLock();
  final Object sharedObject = new Object();

  private final Thread self = Thread.currentThread();
  private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private final long deadline = System.nanoTime() + DEADLINE_NANOS;
  private final Program program;
  private final List<Actor> actors;

  private Conductor(Program program) {
    this.program = program;
    this.actors = program.threads().stream().map(steps -> new Actor(steps, this)).toList();
  }

  /** Runs a program and gives its threads, which have ended. */
  static List<Actor> run(Program program) {
    Conductor conductor = new Conductor(program);
    conductor.startAll();
    conductor.serve();
    return conductor.actors;
  }

  private void startAll() {
    if (program.heldMicros() == 0) {
      actors.forEach(Conductor::start);
      return;
    }
    try (Carriers carriers = Carriers.holdAll()) {
      actors.forEach(Conductor::start);
      pass(program.heldMicros() * 1_000L);
      long now = System.nanoTime();
      actors.forEach(actor -> actor.notes.seenUnpolledNanos = now - actor.notes.started);
    }
  }

  private static void start(Actor actor) {
    actor.thread.start();
    actor.notes.started = System.nanoTime();
  }

  private void serve() {
    for (Actor actor : actors) {
      while (actor.thread.isAlive()) {
        Runnable request = requests.poll();
        if (request != null) {
          request.run();
        } else {
          pauseBriefly(actor);
        }
      }
      actor.notes.joined = System.nanoTime();
    }
  }

  /** By a thread: asks for something. */
  void please(Runnable request) {
    requests.add(request);
    LockSupport.unpark(self);
  }

  private void pauseBriefly(Actor actor) {
    LockSupport.parkNanos(50_000);
    if (System.nanoTime() - deadline > 0 || actor.notes.caught instanceof AssertionError) {
      String who = "thread " + actors.indexOf(actor);
      throw new AssertionError(
          who + " is " + actor.thread.getState() + " and has thrown " + actor.notes.caught);
    }
  }

  private void see(Actor actor, Thread.State state) {
    while (actor.thread.getState() != state) {
      pauseBriefly(actor);
    }
  }

  /** Looks on for some time while a thread waits that has been seen to. */
  private static void lookOn(Actor actor, long nanos) {
    long start = System.nanoTime();
    pass(nanos);
    actor.notes.seenIdleNanos += System.nanoTime() - start;
  }

  /** Lets time pass, whoever asks for something meanwhile. */
  private static void pass(long nanos) {
    long start = System.nanoTime();
    for (long left = nanos; left > 0; left = nanos - (System.nanoTime() - start)) {
      LockSupport.parkNanos(left);
    }
  }

  void unpark(Actor actor, long nanos) {
    see(actor, Thread.State.WAITING);
    lookOn(actor, nanos);
    unpark(actor);
  }

  private static void unpark(Actor actor) {
    actor.release();
    LockSupport.unpark(actor.thread);
  }

  void unparkWithoutCarriers(Actor actor, long nanos) {
    see(actor, Thread.State.WAITING);
    long start = System.nanoTime();
    try (Carriers carriers = Carriers.holdAll()) {
      actor.notes.seenIdleNanos += System.nanoTime() - start;
      unpark(actor);
      long released = System.nanoTime();
      pass(nanos);
      actor.notes.seenQueuedNanos += System.nanoTime() - released;
    }
  }

  /** Takes all carriers while the thread sleeps, and gives them back some time after it is due. */
  void letExpire(Actor actor, Actor.Expiring step) {
    try (Carriers carriers = Carriers.holdAll()) {
      if (actor.isIn(step)) {
        long dueAtLast = System.nanoTime() + step.nanos;
        pass(step.nanos + step.nanos / 4);
        actor.notes.seenQueuedNanos += System.nanoTime() - dueAtLast;
      }
    }
  }

  void interrupt(Actor actor, long nanos) {
    see(actor, Thread.State.TIMED_WAITING);
    lookOn(actor, nanos);
    actor.thread.interrupt();
    actor.release();
  }

  void notify(Actor actor, long nanos) {
    see(actor, Thread.State.WAITING);
    lookOn(actor, nanos);
    synchronized (actor.object) {
      actor.release();
      actor.object.notifyAll();
    }
  }

  void holdLock(Actor actor, long nanos) {
    see(actor, Thread.State.WAITING);
    actor.lock.lock();
    try {
      unpark(actor);
      see(actor, Thread.State.WAITING);
      lookOn(actor, nanos);
    } finally {
      actor.lock.unlock();
    }
  }

  void holdMonitor(Actor actor, long nanos) {
    see(actor, Thread.State.WAITING);
    synchronized (actor.object) {
      unpark(actor);
      see(actor, Thread.State.BLOCKED);
      lookOn(actor, nanos);
    }
  }
}
