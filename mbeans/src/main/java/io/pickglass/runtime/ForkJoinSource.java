package io.pickglass.runtime;

import io.pickglass.catalog.RuntimeKind;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** A ForkJoinPool of the application, which may go away. */
final class ForkJoinSource implements RuntimeSource {
  private final WeakReference<ForkJoinPool> reference;

  ForkJoinSource(ForkJoinPool pool) {
    this.reference = new WeakReference<>(pool);
  }

  @Override
  public RuntimeKind kind() {
    return RuntimeKind.FORK_JOIN_POOL;
  }

  @Override
  public boolean isOf(Object runtime) {
    return reference.get() == runtime;
  }

  @Override
  public boolean isGone() {
    ForkJoinPool pool = reference.get();
    return pool == null || pool.isShutdown();
  }

  @Override
  public Values values() {
    ForkJoinPool pool = reference.get();
    return pool == null ? new Values() : ForkJoinNumbers.of(pool);
  }

  @Override
  public List<Thread> workers(PlatformThreads threads) {
    ForkJoinPool pool = reference.get();
    return pool == null ? List.of() : List.copyOf(threads.of(pool));
  }

  @Override
  public void seat(Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now) {
    seatByIndex(seats, workers, facts, now);
  }

  static void seatByIndex(
      Seats seats, List<Thread> workers, Map<Thread, ThreadFacts> facts, long now) {
    Map<Thread, Integer> places = new IdentityHashMap<>();
    for (Thread thread : workers) {
      if (thread instanceof ForkJoinWorkerThread worker) {
        places.put(worker, worker.getPoolIndex());
      }
    }
    seats.taken(places, facts, now);
  }

  @Override
  public boolean knowsWorkers() {
    return true;
  }

  @Override
  public boolean knowsPolls() {
    return true;
  }

  @Override
  public boolean takesProbes() {
    ForkJoinPool pool = reference.get();
    // A subclass may do anything with what it is given.
    return pool != null && pool.getClass() == ForkJoinPool.class;
  }

  @Override
  public Answer offer(Runnable probe) {
    ForkJoinPool pool = reference.get();
    if (pool == null || pool.isShutdown() || !ForkJoinNumbers.isTaken(pool)) {
      return Answer.FREE;
    }
    pool.execute(probe);
    return Answer.TAKEN;
  }

  @Override
  public void takeBack(Runnable probe) {
    // It cannot be taken out of the pool's queues; it does nothing, and refers to nothing.
  }
}
