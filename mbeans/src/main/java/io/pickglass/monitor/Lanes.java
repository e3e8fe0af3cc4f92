package io.pickglass.monitor;

import io.pickglass.jdk.VirtualThreadAccess;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Finds the lane of the caller: that of the carrier on which it runs, if it runs on one. */
public final class Lanes {
  private static final boolean OPEN = VirtualThreadAccess.problem() == null;
  private static final @Nullable ForkJoinPool SCHEDULER =
      OPEN ? VirtualThreadAccess.defaultScheduler() : null;

  // An index never changes its lane.
  private static final Growing<Lane[]> LANES = new Growing<>(new Lane[0]);

  // While the self-check has a scheduler of its own. Only its tasks are seen there.
  private static volatile @Nullable Apart apart;

  private record Apart(ForkJoinPool scheduler, Lane lane) {}

  // What threads do that are no carriers. It may allocate, once or twice for each processor.
  private static final LongAdder WAKES = new LongAdder();
  private static final LongAdder STARTS = new LongAdder();
  private static final LongAdder ENDS = new LongAdder();

  private Lanes() {}

  /**
   * The caller's lane; null on threads that are no carrier of the JVM's scheduler, and everywhere
   * when carriers cannot be told. Valid until the caller blocks or yields.
   */
  public static @Nullable Lane current() {
    if (!OPEN || !(VirtualThreadAccess.currentCarrier() instanceof ForkJoinWorkerThread carrier)) {
      return null;
    }
    if (carrier.getPool() == SCHEDULER) {
      int index = carrier.getPoolIndex();
      Lane[] known = LANES.get();
      return index < known.length ? known[index] : grow(index);
    }
    Apart check = apart;
    return check != null && check.scheduler() == carrier.getPool() ? check.lane() : null;
  }

  /** The only carrier of that scheduler has a lane, too, which is none of {@link #all}. */
  public static void watchApart(ForkJoinPool scheduler) {
    apart = new Apart(scheduler, new Lane(0));
  }

  /** It has none any more. */
  public static void endApart() {
    apart = null;
  }

  /** All lanes in which anything has run, by index. */
  public static Lane[] all() {
    return LANES.get().clone();
  }

  /** How many {@link #all} are. */
  static int count() {
    return LANES.get().length;
  }

  /** A task was woken by whoever runs in that lane; null stands for any other thread. */
  public static void woke(@Nullable Lane lane) {
    count(lane, Work.WAKES, WAKES);
  }

  /** A task was started, and so woken, by whoever runs in that lane. */
  public static void started(@Nullable Lane lane) {
    count(lane, Work.STARTS, STARTS);
    woke(lane);
  }

  /** A task that was started has ended in that lane. */
  public static void ended(@Nullable Lane lane) {
    count(lane, Work.ENDS, ENDS);
  }

  private static void count(@Nullable Lane lane, int what, LongAdder otherwise) {
    if (lane == null) {
      otherwise.increment();
    } else {
      Work.add(lane.work(), what);
    }
  }

  /** How many wakes came from carriers. */
  public static long localWakeCount() {
    return sum(Work.WAKES);
  }

  /** How many wakes came from other threads. */
  public static long remoteWakeCount() {
    return WAKES.sum();
  }

  /** How many polls were of tasks that were polled on another carrier before. */
  public static long migrationCount() {
    return sum(Work.MIGRATIONS);
  }

  /** How many tasks have started and not ended. */
  public static long liveCount() {
    // In this order: who ends in between has started before.
    long ended = sum(Work.ENDS) + ENDS.sum();
    return Math.max(0, sum(Work.STARTS) + STARTS.sum() - ended);
  }

  private static long sum(int what) {
    long sum = 0;
    for (Lane lane : LANES.get()) {
      sum += Work.count(lane.work(), what);
    }
    return sum;
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
