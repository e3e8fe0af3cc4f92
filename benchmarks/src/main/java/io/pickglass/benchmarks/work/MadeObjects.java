package io.pickglass.benchmarks.work;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Starts virtual threads that do nothing, and counts the objects that were made for each. */
@BenchmarkMode(Mode.SingleShotTime)
public class MadeObjects extends Alternating {
  private static final int THREADS = 50_000;

  // Of other classes some are made by the JVM and by those who count.
  private static final Pattern OF_THREADS =
      Pattern.compile("io\\.pickglass\\..*|java\\.lang\\.(\\w*Thread.*|Object)");

  private Variant variant = Variant.PLAIN;

  /** What was counted. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Made {
    /** Objects of ours, or of the JDK's threads, for each thread. */
    public double objects;
  }

  @Override
  void begin(String name) throws InterruptedException {
    variant = Variant.valueOf(name);
    // What is made but once, and by the compiler.
    startAndEnd();
  }

  /** Starts and counts; nothing is collected meanwhile. */
  @Benchmark
  public void count(Made made) throws InterruptedException {
    long collections = collections();
    Heap before = Heap.all();
    startAndEnd();
    Heap after = Heap.all();
    if (collections() != collections) {
      throw new IllegalStateException("some objects were collected before they were counted");
    }
    double all = after.objects(OF_THREADS) - before.objects(OF_THREADS);
    // To a hundredth: some threads are the JVM's.
    made.objects = Math.rint(100 * all / THREADS) / 100;
  }

  private void startAndEnd() throws InterruptedException {
    try (Variant.Watch watch = variant.begin(1)) {
      LongAdder ended = new LongAdder();
      for (int i = 0; i < THREADS; i++) {
        watch.starter().start(i, ended::increment);
      }
      // Not by join, which makes objects itself.
      while (ended.sum() < THREADS) {
        Thread.sleep(1);
      }
    }
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
