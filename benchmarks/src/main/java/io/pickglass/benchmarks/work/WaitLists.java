package io.pickglass.benchmarks.work;

import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.ResourceList;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import javax.management.JMX;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The list of what tasks wait for while very many do, as the MXBean gives it. */
@BenchmarkMode(Mode.SingleShotTime)
public class WaitLists extends Alternating {
  private static final int LISTS = 5;

  /** How many tasks wait. */
  @Param("100000")
  public int tasks;

  /** For how many different things. */
  @Param("10")
  public int blockers;

  private final ResourcesMXBean bean =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.RESOURCES, ResourcesMXBean.class);
  private boolean waiting;

  /** What was seen. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cost {
    /** Time of a list. */
    public double nanos;
  }

  @Override
  void begin(String variant) throws Exception {
    if (!waiting) {
      Pickglass.start();
      letWait(Pickglass.monitor("waiting"));
      waiting = true;
    }
  }

  private void letWait(TaskMonitor monitor) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(tasks);
    Semaphore[] all = new Semaphore[blockers];
    for (int i = 0; i < blockers; i++) {
      all[i] = new Semaphore(0);
    }
    for (int i = 0; i < tasks; i++) {
      Semaphore own = all[i % blockers];
      monitor.start(() -> {
        begun.countDown();
        own.acquireUninterruptibly();
      });
    }
    begun.await();
  }

  /** Asks for it. */
  @Benchmark
  public long list(Cost cost) {
    long matched = 0;
    long start = System.nanoTime();
    for (int i = 0; i < LISTS; i++) {
      ResourceList list = bean.list("limit 50");
      matched += list.matchedCount();
    }
    cost.nanos = (double) (System.nanoTime() - start) / LISTS;
    return matched;
  }
}
