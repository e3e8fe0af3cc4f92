package io.pickglass.benchmarks.work;

import example.Tasks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Tasks that do nothing, handed to an executor through one wrapper after the other. */
@BenchmarkMode(Mode.SingleShotTime)
public class PoolTasks extends Alternating {
  private static final int ROW = 1_000;
  private static final int PRIMING_ROWS = 200;

  /** What is wrapped. */
  @Param("POOL")
  public Delegate delegate = Delegate.POOL;

  private final List<ExecutorService> delegates = new ArrayList<>();
  private final Map<Wrapper, Executor> executors = new EnumMap<>(Wrapper.class);
  private final Semaphore done = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private Executor executor = Runnable::run;

  /** Makes an executor for each wrapper, and lets the compiler see all of them. */
  @Setup(Level.Trial)
  public void open() throws InterruptedException {
    for (String name : variants.split(",", -1)) {
      Wrapper wrapper = Wrapper.valueOf(name);
      ExecutorService own = delegate.open();
      delegates.add(own);
      executors.put(wrapper, wrapper.around(own));
      begin(name);
      for (int i = 0; i < PRIMING_ROWS; i++) {
        handOver();
      }
    }
  }

  @Override
  void begin(String variant) throws InterruptedException {
    executor = Objects.requireNonNull(executors.get(Wrapper.valueOf(variant)));
    threads.clear();
    threads.add(Thread.currentThread());
    executor.execute(() -> {
      if (Thread.currentThread() != threads.getFirst()) {
        threads.add(Thread.currentThread());
      }
      done.release();
    });
    done.acquire();
  }

  /** Hands over rows of tasks; what both threads use for each task is looked at. */
  @Benchmark
  public void tasks(Window window) throws InterruptedException {
    Used.By both = Used.By.threads(threads);
    long end = System.nanoTime() + millis * 1_000_000L;
    int rows = 0;
    Used before = both.now();
    while (System.nanoTime() < end) {
      handOver();
      rows++;
    }
    window.show(before, both.now(), (double) rows * ROW);
  }

  private void handOver() throws InterruptedException {
    for (int i = 1; i < ROW; i++) {
      executor.execute(Tasks.NOTHING);
    }
    executor.execute(done::release);
    done.acquire();
  }

  /** Ends the pools. */
  @TearDown(Level.Trial)
  public void close() {
    delegates.forEach(ExecutorService::shutdown);
  }
}
