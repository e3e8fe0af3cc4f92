package io.pickglass.benchmarks.work;

import com.sun.management.ThreadMXBean;
import io.pickglass.monitor.Epoch;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.ManyLanes;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.sampling.Sampler;
import io.pickglass.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ticks of a sampler of many monitors whose history is full. */
@BenchmarkMode(Mode.SingleShotTime)
public class Ticks extends Alternating {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TICKS = 10;

  // After so many every histogram has all the octaves that it will ever have.
  private static final int TASKS_TO_FILL = 60;
  private static final int TASKS_PER_TICK = 4;

  /** How many monitors. */
  @Param("1000")
  public int monitors;

  /** On how many carriers their tasks have run. */
  @Param("1")
  public int lanes;

  private final Happenings happenings = new Happenings();
  private Lane[] carriers = {};
  private boolean active;
  private Registry registry = registry();
  private Sampler sampler = new Sampler(registry, InstantSource.system(), 1);
  private List<TaskTotals> totals = List.of();
  private long heap;
  private long kept;

  /** What was seen. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    /** Processor time of a tick. */
    public double nanos;

    /** Bytes that a tick allocates and nobody keeps, for each monitor. */
    public double garbage;

    /** Bytes on the heap: monitors, cells, histograms and intervals. */
    public double heap;

    /** Bytes of these that were there only after the ticks, for each monitor. */
    public double kept;
  }

  private static Registry registry() {
    return new Registry(NanoClock.SYSTEM, new Epoch(), () -> true, Integer.MAX_VALUE);
  }

  @Override
  void begin(String variant) {
    active = variant.equals("ACTIVE");
    carriers = ManyLanes.of(lanes);
    replace(1, 0);
    long empty = Heap.live().bytes();
    replace(Sampler.DEFAULT_HISTORY_LENGTH, monitors);
    for (Lane lane : carriers) {
      happen(lane, TASKS_TO_FILL);
    }
    long before = Heap.live().bytes();
    // One more than are kept: the first begins with the monitor and not with a tick, as none will
    // again.
    for (int i = 0; i <= Sampler.DEFAULT_HISTORY_LENGTH; i++) {
      happen(carriers[i % lanes], TASKS_PER_TICK);
      sampler.tick();
    }
    long after = Heap.live().bytes();
    heap = after - empty;
    kept = after - before;
  }

  private void replace(int history, int count) {
    registry = registry();
    sampler = new Sampler(registry, InstantSource.system(), history);
    totals = IntStream.range(0, count).mapToObj(i -> registry.monitor("monitor-" + i)).toList();
  }

  private void happen(Lane lane, int tasks) {
    for (int i = 0; active && i < tasks; i++) {
      totals.forEach(monitor -> happenings.task(monitor, lane));
    }
  }

  /** Ticks; what happens in the intervals is not measured. */
  @Benchmark
  public void tick(Cost cost) {
    long nanos = 0;
    long bytes = 0;
    for (int i = 0; i < TICKS; i++) {
      happen(carriers[i % lanes], TASKS_PER_TICK);
      long used = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      sampler.tick();
      bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
      nanos += THREADS.getCurrentThreadCpuTime() - used;
    }
    cost.nanos = (double) nanos / TICKS;
    cost.heap = heap;
    cost.kept = (double) kept / monitors;
    double keptOfTick = (double) kept / Sampler.DEFAULT_HISTORY_LENGTH;
    cost.garbage = ((double) bytes / TICKS - keptOfTick) / monitors;
  }
}
