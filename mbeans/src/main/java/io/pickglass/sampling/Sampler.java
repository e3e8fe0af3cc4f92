package io.pickglass.sampling;

import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.TaskInterval;
import io.pickglass.monitor.Registry;
import io.pickglass.monitor.Snapshot;
import io.pickglass.monitor.TaskTotals;
import io.pickglass.runtime.RuntimeMonitor;
import io.pickglass.runtime.Runtimes;
import io.pickglass.runtime.Sight;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives every monitor and every runtime its next interval at each {@link #tick}: the same number
 * and the same boundaries for all.
 *
 * <p>Threads: {@code tick} is called by one thread at a time, in production by {@link
 * SamplerThread}; everything else by any thread.
 */
public final class Sampler {
  /** How many intervals are kept of each monitor by default: two minutes of seconds. */
  public static final int DEFAULT_HISTORY_LENGTH = 120;

  private final Registry registry;
  private final Runtimes runtimes;
  private final InstantSource wallClock;
  private final int historyLength;
  private final Stretches stretches;
  private final Histories<TaskTotals, TaskInterval> ofMonitors;
  private final Histories<RuntimeMonitor, RuntimeInterval> ofRuntimes;
  // Of the tick that runs.
  private Snapshot.Room room = new Snapshot.Room();
  private volatile long lastSequence;
  private volatile Runnable afterTick = () -> {};
  private @Nullable Moment latest;

  /** A sampler of all monitors of a registry, and of no runtimes. */
  public Sampler(Registry registry, InstantSource wallClock, int historyLength) {
    this(registry, new Runtimes(registry.clock()), wallClock, historyLength);
  }

  /** A sampler of all monitors of a registry and of all those runtimes. */
  public Sampler(Registry registry, Runtimes runtimes, InstantSource wallClock, int historyLength) {
    this.registry = registry;
    this.runtimes = runtimes;
    this.wallClock = wallClock;
    this.historyLength = historyLength;
    this.stretches = new Stretches(historyLength);
    this.ofMonitors =
        new Histories<>(
            TaskTotals::isRemoved,
            MonitorSubject::new,
            totals -> new Moment(totals.clock().nanos(), wallClock.instant()),
            stretches,
            historyLength);
    this.ofRuntimes =
        new Histories<>(
            RuntimeMonitor::isOver,
            RuntimeSubject::new,
            runtime -> new Moment(runtime.watchedSince(), wallClock.instant()),
            stretches,
            historyLength);
    registry.onEach(
        new Registry.Listener(
            entry -> ofMonitors.of(entry.totals()),
            entry -> ofMonitors.forget(entry.totals()),
            false));
    runtimes.onEach(new Runtimes.Listener(ofRuntimes::of, ofRuntimes::forget));
  }

  /** Completes the interval of every monitor and runtime, and begins the next. */
  public void tick() {
    // First, and without a lock: MBeans come and go, and strangers are told.
    registry.tellAll();
    registry.tidy();
    Throwable failed = runtimes.dropGone();
    runtimes.found().look();
    cut();
    afterTick.run();
    rethrow(failed);
  }

  /** What is to be done after each tick, by the same thread; it may not throw. */
  public void afterTick(Runnable action) {
    afterTick = action;
  }

  private synchronized void cut() {
    long sequence = lastSequence + 1;
    List<History<TaskInterval>> monitors = ofMonitors.begin(sequence);
    List<History<RuntimeInterval>> pools = ofRuntimes.begin(sequence);
    Subject.Tick tick =
        new Subject.Tick(
            sequence,
            registry.epoch().advance(),
            latest,
            new Moment(registry.clock().nanos(), wallClock.instant()),
            room,
            Sight.NOTHING);
    if (latest != null) {
      stretches.add(sequence, Stretch.between(latest, tick.at()));
    }
    latest = tick.at();
    Throwable failed = Histories.cut(monitors, tick);
    Throwable alsoFailed = cut(pools, tick);
    lastSequence = sequence;
    if (failed != null) {
      // Something of whatever failed may be left in it.
      room = new Snapshot.Room();
    }
    rethrow(failed != null ? failed : alsoFailed);
  }

  private @Nullable Throwable cut(List<History<RuntimeInterval>> pools, Subject.Tick tick) {
    try {
      return Histories.cut(pools, tick.seeing(runtimes.sight()));
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private static void rethrow(@Nullable Throwable failed) {
    switch (failed) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failed);
    }
  }

  /**
   * The history of a monitor; its first interval is the one that runs when it is first asked for.
   * That of a monitor that was removed is over, and empty if nobody has held it.
   */
  public History<TaskInterval> history(TaskTotals totals) {
    return ofMonitors.of(totals);
  }

  /** The history of a runtime; over when it is watched no more. */
  public History<RuntimeInterval> history(RuntimeMonitor runtime) {
    return ofRuntimes.of(runtime);
  }

  /** The intervals of a monitor from now on. */
  public IntervalReader<TaskInterval> intervals(TaskTotals totals) {
    return new IntervalReader<>(history(totals), lastSequence);
  }

  /** The intervals of a runtime from now on. */
  public IntervalReader<RuntimeInterval> intervals(RuntimeMonitor runtime) {
    return new IntervalReader<>(history(runtime), lastSequence);
  }

  /** The runtimes that it samples. */
  public Runtimes runtimes() {
    return runtimes;
  }

  /** Of how many monitors and runtimes intervals are kept. */
  public int historyCount() {
    return ofMonitors.count() + ofRuntimes.count();
  }

  /** The number of the last completed interval, 0 before the first. */
  public long lastSequence() {
    return lastSequence;
  }

  /** How many intervals are kept of each. */
  public int historyLength() {
    return historyLength;
  }
}
