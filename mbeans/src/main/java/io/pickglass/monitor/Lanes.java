package io.pickglass.monitor;

import io.pickglass.jdk.VirtualThreadAccess;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** Finds the lane of the caller: that of the carrier on which it runs, if it runs on one. */
public final class Lanes {
  private static final boolean OPEN = VirtualThreadAccess.problem() == null;
  private static final @Nullable ForkJoinPool SCHEDULER =
      OPEN ? VirtualThreadAccess.defaultScheduler() : null;

  // An index never changes its lane.
  private static final Growing<Lane[]> LANES = new Growing<>(new Lane[0]);

  private Lanes() {}

  /**
   * The caller's lane; null on threads that are no carrier of the JVM's scheduler, and everywhere
   * when carriers cannot be told. Valid until the caller blocks or yields.
   */
  public static @Nullable Lane current() {
    if (OPEN
        && VirtualThreadAccess.currentCarrier() instanceof ForkJoinWorkerThread carrier
        && carrier.getPool() == SCHEDULER) {
      int index = carrier.getPoolIndex();
      Lane[] known = LANES.get();
      return index < known.length ? known[index] : grow(index);
    }
    return null;
  }

  private static Lane grow(int index) {
    while (true) {
      Lane[] known = LANES.get();
      if (index < known.length) {
        return known[index];
      }
      Lane[] more = Arrays.copyOf(known, index + 1);
      for (int i = known.length; i < more.length; i++) {
        more[i] = new Lane(i);
      }
      LANES.replace(known, more);
    }
  }
}
