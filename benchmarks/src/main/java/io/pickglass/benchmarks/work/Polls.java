package io.pickglass.benchmarks.work;

import io.pickglass.benchmarks.work.Loop.Limits;
import io.pickglass.benchmarks.work.Variant.Starter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Virtual threads that do the same all the time, looked at through a window: what their carriers
 * have used in it, for each thing they did.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class Polls extends Alternating {
  // Enough that everything is compiled which a thread does but once.
  private static final int PRIMING_TASKS = 20_000;
  private static final int PRIMING_ROUNDS = 10;

  /** What they do. */
  @Param("YIELD")
  public Work work = Work.YIELD;

  /** How many do it. */
  @Param("64")
  public int tasks;

  /** How many more there are that wait all the time, and are watched. */
  @Param("0")
  public int idle;

  /** To how many monitors they belong. */
  @Param("1")
  public int monitors;

  private final List<Thread> waiting = new ArrayList<>();
  private Running running = new Running(List.of(), List.of(), new AtomicBoolean(), () -> {});

  private record Running(
      List<? extends Loop> loops, List<Thread> threads, AtomicBoolean stop, Runnable last) {
    long count() {
      return loops.stream().mapToLong(Loop::count).sum();
    }

    void end() {
      stop.set(true);
      // Also those that wait for a neighbour who has stopped.
      threads.forEach(LockSupport::unpark);
      threads.forEach(Polls::join);
      last.run();
    }
  }

  /** Lets the compiler see everything, then starts those that wait. */
  @Setup(Level.Trial)
  public void prime() {
    for (String name : variants.split(",", -1)) {
      try (Variant.Watch watch = Variant.valueOf(name).begin(monitors)) {
        int count = PRIMING_TASKS / work.perRound();
        start(watch.starter(), count, PRIMING_ROUNDS, () -> {}).threads().forEach(Polls::join);
      }
    }
    for (int i = 0; i < idle; i++) {
      waiting.add(Variant.WATCHED.begin(1).starter().start(i, Polls::waitForEver));
    }
  }

  @Override
  void begin(String variant) throws InterruptedException {
    Variant.Watch watch = Variant.valueOf(variant).begin(monitors);
    running = start(watch.starter(), tasks, Long.MAX_VALUE, watch::close);
    awaitTheFirst();
  }

  /**
   * Of a million each is polled once before any goes on, as a rule: that is their beginning, not a
   * window. Not until each has done something: a carrier whose own queue is never empty does not
   * look into those of others.
   */
  private void awaitTheFirst() throws InterruptedException {
    while (running.count() == 0) {
      Thread.sleep(1);
    }
  }

  private Running start(Starter starter, int count, long rounds, Runnable last) {
    AtomicBoolean stop = new AtomicBoolean();
    List<? extends Loop> loops = work.tasks(count, new Limits(stop, rounds), starter);
    List<Thread> threads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      // Those that start others are not measured themselves.
      Starter own = work.startsOthers() ? Variant.PLAIN.begin(1).starter() : starter;
      threads.add(own.start(i, loops.get(i)));
    }
    return new Running(loops, threads, stop, last);
  }

  /** Looks at what the carriers use for each poll, or start. */
  @Benchmark
  public void window(Window window) throws InterruptedException {
    window.look(Used.By.carriers(), () -> running.count() * work.perRound(), millis);
  }

  /** Ends the iteration's tasks. */
  @TearDown(Level.Iteration)
  public void end() {
    running.end();
  }

  /** Ends those that wait. */
  @TearDown(Level.Trial)
  public void endAll() {
    waiting.forEach(Thread::interrupt);
    waiting.forEach(Polls::join);
  }

  private static void waitForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
