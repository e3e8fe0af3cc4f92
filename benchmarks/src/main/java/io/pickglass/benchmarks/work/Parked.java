package io.pickglass.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Very many virtual threads that wait: what they take on the heap. */
@BenchmarkMode(Mode.SingleShotTime)
public class Parked extends Alternating {
  /** How many. */
  @Param("1000000")
  public int tasks;

  private Variant variant = Variant.PLAIN;

  /** What is on the heap while all of them wait. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Space {
    /** Bytes for each thread. */
    public double bytes;

    /** Bytes in all. */
    public double heap;

    /** How many wait. */
    public double waiting;
  }

  @Override
  void begin(String name) {
    variant = Variant.valueOf(name);
  }

  /** Starts them, counts, and ends them. */
  @Benchmark
  public void hold(Space space) throws InterruptedException {
    try (Variant.Watch watch = variant.begin(1)) {
      List<Thread> threads = new ArrayList<>(tasks);
      for (int i = 0; i < tasks; i++) {
        threads.add(watch.starter().start(i, LockSupport::park));
      }
      for (Thread thread : threads) {
        while (thread.getState() != Thread.State.WAITING) {
          Thread.sleep(1);
        }
      }
      space.heap = Heap.live().bytes();
      space.bytes = space.heap / tasks;
      space.waiting =
          threads.stream().filter(thread -> thread.getState() == Thread.State.WAITING).count();
      for (Thread thread : threads) {
        LockSupport.unpark(thread);
        thread.join();
      }
    }
  }
}
