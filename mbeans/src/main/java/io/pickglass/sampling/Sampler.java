package io.pickglass.sampling;

import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives every monitor its next interval at each {@link #tick}: the same number and the same
 * boundaries for all.
 *
 * <p>Threads: {@code tick} is called by one thread at a time, in production by {@link
 * SamplerThread}; everything else by any thread.
 */
public final class Sampler {
  /** How many intervals are kept of each monitor by default: two minutes of seconds. */
  public static final int DEFAULT_HISTORY_LENGTH = 120;

  private final Registry registry;
  private final InstantSource wallClock;
  private final int historyLength;
  private final ConcurrentHashMap<TaskTotals, History> histories = new ConcurrentHashMap<>();
  // Of the tick that runs.
  private Snapshot.Room room = new Snapshot.Room();
  private volatile long lastSequence;

  /** A sampler of all monitors of a registry. */
  public Sampler(Registry registry, InstantSource wallClock, int historyLength) {
    this.registry = registry;
    this.wallClock = wallClock;
    this.historyLength = historyLength;
    registry.onEach(
        new Registry.Listener(entry -> history(entry.totals()), entry -> forget(entry.totals())));
  }

  /** Completes the interval of every monitor and begins the next. */
  public synchronized void tick() {
    long sequence = lastSequence + 1;
    long endedEpoch = registry.epoch().advance();
    long nanos = registry.clock().nanos();
    Instant now = wallClock.instant();
    RuntimeException failed = null;
    for (History history : histories.values()) {
      try {
        history.cut(sequence, endedEpoch, nanos, now, room);
      } catch (RuntimeException e) {
        // The others have their interval all the same, and none of what was left in the room.
        failed = e;
        room = new Snapshot.Room();
      }
    }
    lastSequence = sequence;
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * The history of a monitor; its first interval is the one that runs when it is first asked for.
   * That of a monitor that was removed is over, and empty if nobody has held it.
   */
  public History history(TaskTotals totals) {
    History known = histories.get(totals);
    return known != null ? known : begin(totals);
  }

  // Not during a tick: the first interval begins after the one that is being cut.
  private synchronized History begin(TaskTotals totals) {
    if (totals.isRemoved()) {
      History over = begun(totals);
      over.end();
      return over;
    }
    return histories.computeIfAbsent(totals, this::begun);
  }

  private History begun(TaskTotals totals) {
    return new History(totals, historyLength, lastSequence + 1, wallClock.instant());
  }

  // Not during a tick: what is over gets no further interval.
  private synchronized void forget(TaskTotals totals) {
    History known = histories.remove(totals);
    if (known != null) {
      known.end();
    }
  }

  /** The intervals of a monitor from now on. */
  public IntervalReader intervals(TaskTotals totals) {
    return new IntervalReader(history(totals), lastSequence);
  }

  /** Of how many monitors intervals are kept. */
  public int historyCount() {
    return histories.size();
  }

  /** The number of the last completed interval, 0 before the first. */
  public long lastSequence() {
    return lastSequence;
  }

  /** How many intervals are kept of each monitor. */
  public int historyLength() {
    return historyLength;
  }
}
