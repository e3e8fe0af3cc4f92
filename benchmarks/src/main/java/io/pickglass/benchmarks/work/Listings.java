package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.TasksMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMX;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The list of tasks while very many wait, as the MXBean gives it. */
@BenchmarkMode(Mode.SingleShotTime)
public class Listings extends Alternating {
  private static final int LISTS = 5;

  /** How many tasks wait. */
  @Param("1000000")
  public int tasks;

  private final TasksMXBean bean =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.TASKS, TasksMXBean.class);
  private String query = "";
  private boolean parked;

  /** What was seen. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    /** Time of a list. */
    public double nanos;
  }

  @Override
  void begin(String variant) throws Exception {
    query =
        switch (variant) {
          case "GROUPED" -> "group location";
          case "FILTERED" -> "where idle > 1ms and name ~ list sort idle limit 50";
          default -> "sort " + variant + " limit 50";
        };
    if (!parked) {
      Pickglass.start();
      park(Pickglass.monitor("parked"));
      parked = true;
    }
  }

  private void park(TaskMonitor monitor) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      monitor.start(() -> {
        begun.countDown();
        LockSupport.park();
      });
    }
    begun.await();
  }

  /** Asks for them. */
  @Benchmark
  public long list(Cost cost) {
    long matched = 0;
    long start = System.nanoTime();
    for (int i = 0; i < LISTS; i++) {
      matched += bean.list(query).matchedCount();
    }
    cost.nanos = (double) (System.nanoTime() - start) / LISTS;
    return matched;
  }
}
