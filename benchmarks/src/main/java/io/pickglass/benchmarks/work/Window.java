package io.pickglass.benchmarks.work;

import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A look at threads that do the same all the time: what they use for each thing they do. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Window {
  private static final int PATIENCE = 100;

  /** Processor time for each. */
  public double nanos;

  /** Bytes allocated for each. */
  public double bytes;

  /**
   * Looks for so long; as long again while nothing was done, on a machine that has other things to
   * do.
   */
  void look(Used.By threads, LongSupplier count, int millis) throws InterruptedException {
    Used before = threads.now();
    long countBefore = count.getAsLong();
    for (int i = 0; i < PATIENCE && (i == 0 || count.getAsLong() == countBefore); i++) {
      Thread.sleep(millis);
    }
    Used after = threads.now();
    show(before, after, count.getAsLong() - countBefore);
  }

  /** Shows what was used for so many. */
  void show(Used before, Used after, double done) {
    if (done <= 0) {
      throw new IllegalStateException("nothing was done in the window: make the batch longer");
    }
    nanos = (after.cpuNanos() - before.cpuNanos()) / done;
    // To the whole byte: count and use are not read in the very same instant.
    bytes = Math.rint((after.allocatedBytes() - before.allocatedBytes()) / done);
  }
}
