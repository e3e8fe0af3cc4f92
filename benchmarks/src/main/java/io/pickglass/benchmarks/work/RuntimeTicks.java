package io.pickglass.benchmarks.work;

import com.sun.management.ThreadMXBean;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Registry;
import io.pickglass.runtime.Runtimes;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Ticks of a sampler of many runtimes whose history is full: the scheduler, and pools of both kinds
 * in turn.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class RuntimeTicks extends Alternating {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TICKS = 10;
  private static final int WORKERS = 4;

  /** How many runtimes, the scheduler among them. */
  @Param("50")
  public int runtimes;

  private final List<ExecutorService> pools = new ArrayList<>();
  private final TaskMonitor monitor = Pickglass.monitor("pools");
  private final Runtimes watched = new Runtimes(NanoClock.SYSTEM);
  private final Sampler sampler =
      new Sampler(
          new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, 1),
          watched,
          InstantSource.system(),
          Sampler.DEFAULT_HISTORY_LENGTH);

  /** What was seen. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    /** Processor time of a tick. */
    public double nanos;

    /** Bytes that a tick allocates for each runtime, intervals included. */
    public double bytes;
  }

  @Override
  void begin(String variant) throws Exception {
    if (!pools.isEmpty()) {
      return;
    }
    watched.watchVirtualThreads(() -> true);
    Pickglass.start();
    for (int i = 1; i < runtimes; i++) {
      ExecutorService pool =
          i % 2 == 0 ? Executors.newFixedThreadPool(WORKERS) : new ForkJoinPool(WORKERS);
      pools.add(pool);
      watched.watch(pool, "pool-" + i);
    }
    for (int i = 0; i < Sampler.DEFAULT_HISTORY_LENGTH; i++) {
      happen();
      sampler.tick();
    }
  }

  private void happen() throws Exception {
    monitor.start(() -> {}).join();
    for (ExecutorService pool : pools) {
      ExecutorService executor = monitor.executor(pool);
      for (int i = 0; i < WORKERS; i++) {
        executor.submit(() -> {}).get();
      }
    }
  }

  /** Ticks; what happens in the intervals is not measured. */
  @Benchmark
  public void tick(Cost cost) throws Exception {
    long nanos = 0;
    long bytes = 0;
    for (int i = 0; i < TICKS; i++) {
      happen();
      long used = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      sampler.tick();
      bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
      nanos += THREADS.getCurrentThreadCpuTime() - used;
    }
    cost.nanos = (double) nanos / TICKS;
    cost.bytes = (double) bytes / TICKS / runtimes;
  }
}
