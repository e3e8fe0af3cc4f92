package io.pickglass.conformance;

import static io.pickglass.catalog.TaskMetric.*;

import io.pickglass.Monitors;
import io.pickglass.TaskMonitor;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.instrument.Guard;
import io.pickglass.model.TaskMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The program of T24: many threads, each with random yields, sleeps, hand-shaken parks, locks,
 * monitors, waits and interrupts. It keeps its own books and prints both, one {@code name=value} a
 * line.
 */
final class Stress {
  private static final int ACTIONS = 20;
  private static final int AT_ONCE = 5_000;

  private final TaskMonitor mixed = Monitors.onSystemClock();
  private final TaskMonitor parks = Monitors.onSystemClock();
  private final ReentrantLock[] locks = new ReentrantLock[64];
  private final Object[] objects = new Object[64];
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final LongAdder yields = new LongAdder();
  private final LongAdder sleptNanos = new LongAdder();
  private final LongAdder livedNanos = new LongAdder();

  private Stress() {
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantLock();
      objects[i] = new Object();
    }
  }

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    Stress stress = new Stress();
    stress.runMixed(threads);
    int handshakes = stress.runParks(threads / 10);
    print("threads", threads);
    print("yields", stress.yields.sum());
    print("sleptNanos", stress.sleptNanos.sum());
    print("livedNanos", stress.livedNanos.sum());
    print("handshakes", handshakes);
    print("parkThreads", threads / 10);
    print("errors", Guard.count());
    stress.print("mixed", stress.mixed.cumulative());
    stress.print("parks", stress.parks.cumulative());
  }

  private void runMixed(int threads) throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int seed = i;
      places.acquire();
      all.add(mixed.start(() -> live(seed)));
      if (i % 7 == 0) {
        all.get(new SplittableRandom(seed).nextInt(all.size())).interrupt();
      }
    }
    for (Thread thread : all) {
      thread.join();
    }
  }

  private void live(int seed) {
    long start = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < ACTIONS; i++) {
      act(random);
    }
    livedNanos.add(System.nanoTime() - start);
    places.release();
  }

  private void act(SplittableRandom random) {
    int which = random.nextInt(locks.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        yields.increment();
        Thread.yield();
      }
      case 1 -> sleep(random.nextInt(1_000_000));
      case 2 -> {
        locks[which].lock();
        try {
          Thread.onSpinWait();
        } finally {
          locks[which].unlock();
        }
      }
      case 3 -> {
        synchronized (objects[which]) {
          objects[which].notify();
        }
      }
      case 4 -> {
        synchronized (objects[which]) {
          try {
            objects[which].wait(1);
          } catch (InterruptedException e) {
            // It was the point of it; the thread goes on.
          }
        }
      }
      default -> LockSupport.parkNanos(this, random.nextInt(100_000));
    }
  }

  private void sleep(int nanos) {
    long start = System.nanoTime();
    try {
      Thread.sleep(0, nanos);
    } catch (InterruptedException e) {
      return;
    }
    if (nanos > 0) {
      sleptNanos.add(Math.min(nanos, System.nanoTime() - start));
    }
  }

  /** Parks of which each is seen from outside before it is ended: their number is known exactly. */
  private int runParks(int threads) throws InterruptedException {
    int rounds = 5;
    List<Parker> parkers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Parker parker = new Parker(rounds);
      parker.thread = parks.start(parker);
      parkers.add(parker);
    }
    for (int round = 1; round <= rounds; round++) {
      for (Parker parker : parkers) {
        while (parker.thread.getState() != Thread.State.WAITING || parker.arrived != round) {
          Thread.yield();
        }
        parker.go = round;
        LockSupport.unpark(parker.thread);
      }
    }
    for (Parker parker : parkers) {
      parker.thread.join();
    }
    return threads * rounds;
  }

  private static final class Parker implements Runnable {
    private final int rounds;
    private Thread thread;
    private volatile int arrived;
    private volatile int go;

    Parker(int rounds) {
      this.rounds = rounds;
    }

    @Override
    public void run() {
      for (int round = 1; round <= rounds; round++) {
        arrived = round;
        while (go < round) {
          LockSupport.park(this);
        }
      }
    }
  }

  private void print(String prefix, TaskMetrics metrics) {
    for (TaskMetric metric :
        List.of(
            INSTRUMENTED_COUNT,
            ENDED_COUNT,
            FAILED_COUNT,
            LIVE_COUNT,
            FIRST_POLL_COUNT,
            POLL_COUNT,
            SCHEDULED_COUNT,
            IDLE_COUNT,
            SELF_WAKE_COUNT,
            RUNNING_COUNT,
            SCHEDULED_NOW_COUNT,
            IDLE_NOW_COUNT,
            FIRST_POLL_DELAY_NANOS,
            POLL_NANOS,
            SCHEDULED_NANOS,
            IDLE_NANOS,
            LIFETIME_NANOS)) {
      print(prefix + "." + metric.metricName(), metrics.get(metric));
    }
  }

  private static void print(String name, long value) {
    System.out.println(name + "=" + value);
  }
}
