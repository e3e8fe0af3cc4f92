package io.pickglass.runtime;

import io.pickglass.jdk.PoolAccess;
import io.pickglass.model.Worker;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Polled;
import io.pickglass.monitor.ThreadWork;
import io.pickglass.monitor.Turns;
import io.pickglass.monitor.Work;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The place of one worker of a runtime. Threads come and go in it; what was counted of it goes on.
 * It refers to none of them, as a thread keeps its pool.
 *
 * <p>Threads: one at a time.
 */
final class Seat {
  private static final long NOBODY = -1;
  private static final ThreadFacts NOTHING = new ThreadFacts(Thread.State.TERMINATED, 0, 0, 0);

  private final int index;

  // Who sits here now, or sat here last.
  private long threadId = NOBODY;
  private String threadName = "";
  private boolean taken;
  private ThreadFacts latest = NOTHING;
  private long latestSteals;
  private long localQueueDepth = -1;

  // What those before have left, less what was there before anybody looked.
  private long parks;
  private long cpuNanos;
  private long allocatedBytes;
  private long steals;
  private long polls;
  private long busyNanos;

  private @Nullable Lane lane;
  private long @Nullable [] work;
  private long @Nullable [][] turns;
  private long @Nullable [] turnsOfOthers;
  private long latestStep;
  private long @Nullable [] latestTurnsOfOthers;
  // A poll that has ended and has not been booked yet looks longer than it was, till it is.
  private long mostBusyNanos;

  Seat(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  long threadId() {
    return threadId;
  }

  boolean isTaken() {
    return taken;
  }

  /** Nobody has been seen here yet, this time. */
  void lookAway() {
    taken = false;
  }

  /** Its worker is a carrier, of which that lane tells what it polls. */
  void ofLane(Lane lane) {
    this.lane = lane;
    this.work = lane.work();
    this.turns = lane.turns();
  }

  /** Its thread gets up; what it has done till now stays here, and is given. */
  ThreadFacts vacate(long now) {
    ThreadFacts done = latest;
    leave(now);
    latest = NOTHING;
    threadId = NOBODY;
    return done;
  }

  /** That thread sits here, and has done so much elsewhere. */
  void takenBy(Thread thread, ThreadFacts facts, @Nullable ThreadFacts elsewhere, long now) {
    takenBy(thread, facts, now);
    if (elsewhere != null) {
      parks -= Math.max(0, elsewhere.parks());
      cpuNanos -= Math.max(0, elsewhere.cpuNanos());
      allocatedBytes -= Math.max(0, elsewhere.allocatedBytes());
    }
  }

  /** That thread sits here. */
  void takenBy(Thread thread, ThreadFacts facts, long now) {
    if (thread.threadId() != threadId) {
      leave(now);
      threadId = thread.threadId();
    }
    threadName = thread.getName();
    taken = true;
    countParksFrom(facts);
    latest = facts;
    if (thread instanceof ForkJoinWorkerThread worker) {
      latestSteals = PoolAccess.stealCount(worker);
      localQueueDepth = worker.getQueuedTaskCount();
    } else {
      latestSteals = -1; // it has no queue of its own, nor others from which it could take
    }
    if (lane == null && work == null) {
      @Nullable Object[] place = ThreadWork.placeOf(threadId);
      work = place == null ? null : ThreadWork.work(place);
      turns = place == null ? null : ThreadWork.turns(place);
    }
  }

  /** Whether the histograms of the place are other ones than when this was asked last. */
  boolean hasTurned() {
    long step = work == null ? 0 : Work.step(work);
    boolean other = step != latestStep || turnsOfOthers != latestTurnsOfOthers;
    latestStep = step;
    latestTurnsOfOthers = turnsOfOthers;
    return other;
  }

  /** The sums with the histograms of the place, as {@link Turns#sum} gives them. */
  long[] plusTurns(long[] sums) {
    long[] before = turnsOfOthers == null ? sums : Turns.sum(sums, turnsOfOthers);
    return turns == null ? before : Turns.sum(before, Turns.in(turns));
  }

  /** Where they were not known before, they count from now on. */
  private void countParksFrom(ThreadFacts facts) {
    if (facts.parks() == ThreadFacts.UNKNOWN) {
      parks = 0;
    } else if (latest.parks() == ThreadFacts.UNKNOWN) {
      parks = -facts.parks();
    }
  }

  private void leave(long now) {
    parks = sum(parks, latest.parks());
    cpuNanos = sum(cpuNanos, latest.cpuNanos());
    allocatedBytes = sum(allocatedBytes, latest.allocatedBytes());
    steals += Math.max(0, latestSteals);
    latestSteals = 0;
    if (lane == null && work != null) {
      polls += Work.pollCount(work);
      busyNanos += Work.busyNanos(work, now);
      turnsOfOthers = plusTurns(Turns.none());
      work = null;
      turns = null;
    }
  }

  private static long sum(long before, long latest) {
    return latest == ThreadFacts.UNKNOWN ? 0 : before + latest;
  }

  /** What was there before anybody looked does not count. */
  void beginAt(long now) {
    parks -= Math.max(0, latest.parks());
    cpuNanos -= Math.max(0, latest.cpuNanos());
    allocatedBytes -= Math.max(0, latest.allocatedBytes());
    steals -= Math.max(0, latestSteals);
    if (work != null) {
      polls -= Work.pollCount(work);
      busyNanos -= Work.busyNanos(work, now);
    }
  }

  /** Its counters, and whether anybody sits there. */
  Counts counts(long now) {
    mostBusyNanos = Math.max(mostBusyNanos, busyNanos(now));
    return new Counts(
        index,
        taken,
        polls + (work == null ? 0 : Work.pollCount(work)),
        mostBusyNanos,
        known(parks, latest.parks()),
        known(cpuNanos, latest.cpuNanos()),
        known(allocatedBytes, latest.allocatedBytes()));
  }

  private long busyNanos(long now) {
    return busyNanos + (work == null ? 0 : Work.busyNanos(work, now));
  }

  private static long known(long before, long latest) {
    return latest == ThreadFacts.UNKNOWN ? -1 : before + latest;
  }

  /** Everything about it, for people. */
  Worker worker(long now, boolean pollsKnown, boolean noopsKnown) {
    Counts counts = counts(now);
    Polled polled = polled();
    Thread virtual = polled == null ? null : polled.virtualThread();
    long stolen = latestSteals < 0 ? -1 : steals + latestSteals;
    return new Worker(
        index,
        threadName,
        threadId,
        // Of a carrier the JVM says that it waits while it carries.
        (virtual == null ? latest.state() : virtual.getState()).name(),
        polled == null ? "" : polled.monitorName(),
        virtual == null ? "" : nameOf(virtual),
        polled == null ? 0 : Math.max(0, now - polled.pollingSince()),
        pollsKnown ? counts.polls() : -1,
        pollsKnown ? counts.busyNanos() : -1,
        counts.parks(),
        noopsKnown && stolen >= 0 && counts.parks() >= 0
            ? Counts.noops(counts.parks(), stolen, 1)
            : -1,
        stolen,
        localQueueDepth,
        counts.cpuNanos(),
        counts.allocatedBytes());
  }

  private static String nameOf(Thread virtual) {
    return virtual.getName().isEmpty() ? "#" + virtual.threadId() : virtual.getName();
  }

  private @Nullable Polled polled() {
    if (lane != null) {
      return lane.polled();
    }
    @Nullable Object[] place = ThreadWork.placeOf(threadId);
    return place == null ? null : ThreadWork.polled(place);
  }

  /**
   * The counters of a seat.
   *
   * @param parks -1 where they are not known
   * @param cpuNanos the same
   * @param allocatedBytes the same
   */
  record Counts(
      int index,
      boolean taken,
      long polls,
      long busyNanos,
      long parks,
      long cpuNanos,
      long allocatedBytes) {
    /** Of a worker that never came. */
    static final Counts NOTHING = new Counts(-1, false, 0, 0, 0, 0, 0);

    /** Parks that are for nothing, at least: one more may be over before its task is seen. */
    static long noops(long parks, long steals, int workers) {
      return Math.max(0, parks - steals - workers);
    }

    /** What has come since an earlier reading of the same seat. */
    Counts since(Counts earlier) {
      return new Counts(
          index,
          taken,
          polls - earlier.polls,
          busyNanos - earlier.busyNanos,
          since(parks, earlier.parks),
          since(cpuNanos, earlier.cpuNanos),
          since(allocatedBytes, earlier.allocatedBytes));
    }

    private static long since(long now, long earlier) {
      return now < 0 ? -1 : Math.max(0, now - Math.max(0, earlier));
    }
  }
}
