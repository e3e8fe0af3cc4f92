package io.pickglass.runtime;

import io.pickglass.monitor.Names;
import io.pickglass.time.NanoClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All watched runtimes by name. Pools are referred to weakly: one that is shut down, or that nobody
 * uses any more, leaves at the next tick.
 *
 * <p>Threads: any.
 *
 * <p>Bounds: {@value #LIMIT} pools; what comes after them is not watched, and {@linkplain
 * #refusedCount counted}.
 */
public final class Runtimes {
  /** The name of the JVM's own scheduler of virtual threads. */
  public static final String VIRTUAL_THREADS = "virtual-threads";

  /** How many pools there may be. */
  public static final int LIMIT = 1_000;

  private final NanoClock clock;
  private final FlightRecorder recorder = new FlightRecorder();
  private final FoundPools found = new FoundPools(this);
  private volatile boolean probing = true;
  private volatile boolean carrierParks;

  // Under this object's monitor; the scheduler has no display name, which a pool may have.
  private final Map<String, RuntimeMonitor> byDisplayName = new HashMap<>();
  private final Map<String, RuntimeMonitor> byName = new TreeMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private long refused;

  /**
   * Who is told of runtimes. Neither call may throw; both may come more than once, and at the same
   * time from several threads. The last of them for a runtime that is over is {@code gone}.
   *
   * @param watched a runtime is watched from now on, or was when the listener came
   * @param gone it is watched no more
   */
  public record Listener(Consumer<RuntimeMonitor> watched, Consumer<RuntimeMonitor> gone) {
    private void show(RuntimeMonitor runtime) {
      watched.accept(runtime);
      // Gone in the meantime, perhaps before we were there: whoever said so came too early.
      if (runtime.isOver()) {
        gone.accept(runtime);
      }
    }
  }

  /** No runtimes yet. */
  public Runtimes(NanoClock clock) {
    this.clock = clock;
  }

  /**
   * Watches the JVM's own scheduler of virtual threads, if it is not watched yet.
   *
   * @param seesPolls whether every poll of a watched thread is seen
   */
  public void watchVirtualThreads(BooleanSupplier seesPolls) {
    RuntimeMonitor made =
        new RuntimeMonitor(
            VIRTUAL_THREADS,
            new SchedulerSource(seesPolls, recorder, () -> carrierParks),
            clock,
            () -> probing);
    made.named(VIRTUAL_THREADS);
    List<Listener> told;
    synchronized (this) {
      if (byName.putIfAbsent(VIRTUAL_THREADS, made) != null) {
        return;
      }
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.show(made));
  }

  /**
   * Watches a pool under a name; another one that has the name is watched no more.
   *
   * @return whether it is watched now: it is a {@link ForkJoinPool} or a {@link
   *     ThreadPoolExecutor}, not shut down, and there are not too many
   */
  public boolean watch(Executor pool, String displayName) {
    RuntimeSource source =
        switch (pool) {
          case ForkJoinPool forkJoin -> new ForkJoinSource(forkJoin);
          case ThreadPoolExecutor threads -> new ThreadPoolSource(threads);
          default -> null;
        };
    return source != null && !source.isGone() && watch(displayName, source, pool);
  }

  private boolean watch(String displayName, RuntimeSource source, Object pool) {
    // Outside the lock, as the pool is asked for its first numbers, and that calls strangers.
    RuntimeMonitor made = new RuntimeMonitor(displayName, source, clock, () -> probing);
    RuntimeMonitor replaced;
    List<Listener> told;
    synchronized (this) {
      replaced = byDisplayName.get(displayName);
      if (replaced != null && replaced.source().isOf(pool)) {
        return true;
      }
      if (replaced == null && byDisplayName.size() >= LIMIT) {
        refused++;
        return false;
      }
      made.named(replaced != null ? replaced.name() : Names.unique(displayName, this::isTaken));
      if (replaced != null) {
        replaced.end();
      }
      byDisplayName.put(displayName, made);
      byName.put(made.name(), made);
      told = List.copyOf(listeners);
    }
    if (replaced != null) {
      tellGone(replaced, told);
    }
    // Outside the lock: a listener registers MBeans, and there anybody may listen in his turn.
    told.forEach(listener -> listener.show(made));
    return true;
  }

  /** Those that watch that pool; more than one, if it was given several names. */
  List<RuntimeMonitor> of(Executor pool) {
    return all().stream().filter(runtime -> runtime.source().isOf(pool)).toList();
  }

  /** That name, or with a number behind it, if another pool has it. */
  synchronized String freeName(String displayName) {
    return Names.unique(displayName, name -> byDisplayName.containsKey(name) || isTaken(name));
  }

  private boolean isTaken(String name) {
    return name.equals(VIRTUAL_THREADS) || byName.containsKey(name);
  }

  private static void tellGone(RuntimeMonitor runtime, List<Listener> told) {
    runtime.takeBackProbe();
    told.forEach(listener -> listener.gone().accept(runtime));
  }

  /**
   * Watches it no more.
   *
   * @return whether it was watched
   */
  public boolean remove(RuntimeMonitor runtime) {
    List<Listener> told;
    synchronized (this) {
      if (!byName.remove(runtime.name(), runtime)) {
        return false;
      }
      byDisplayName.remove(runtime.displayName(), runtime);
      runtime.end();
      told = List.copyOf(listeners);
    }
    tellGone(runtime, told);
    return true;
  }

  /**
   * Watches no more what is shut down, or what nobody uses.
   *
   * @return what the last of those has thrown that do not tell; null if none did
   */
  public @Nullable Throwable dropGone() {
    Throwable failed = null;
    for (RuntimeMonitor runtime : all()) {
      try {
        if (runtime.source().isGone()) {
          remove(runtime);
        }
      } catch (RuntimeException | Error e) {
        // A subclass may do anything when it is asked; the others are asked all the same.
        failed = e;
      }
    }
    return failed;
  }

  /** The workers of all, as they are now. */
  public Sight sight() {
    return Sight.of(all());
  }

  /** All that are watched, sorted by name. */
  public synchronized List<RuntimeMonitor> all() {
    return List.copyOf(byName.values());
  }

  /** The one that has that name outside, or null. */
  public synchronized @Nullable RuntimeMonitor named(String name) {
    return byName.get(name);
  }

  /** How many pools were not watched because of the limit. */
  public synchronized long refusedCount() {
    return refused;
  }

  /** Tells the listener of all that are watched and, from then on, of what becomes of them. */
  public void onEach(Listener listener) {
    List<RuntimeMonitor> present;
    synchronized (this) {
      listeners.add(listener);
      present = all();
    }
    present.forEach(listener::show);
  }

  /** Tells that listener nothing more. */
  public synchronized void forget(Listener listener) {
    listeners.remove(listener);
  }

  /** Whether each is asked once per interval how late a task would run; true at first. */
  public boolean isProbing() {
    return probing;
  }

  /** Begins or ends to ask; what was asked is taken back at the next tick, where it can be. */
  public void probing(boolean on) {
    probing = on;
  }

  /** Whether carriers are asked how often they have parked; false at first. */
  public boolean isCarrierParks() {
    return carrierParks;
  }

  /** Begins or ends to ask carriers, for which each tick stops all threads for a moment. */
  public void carrierParks(boolean on) {
    carrierParks = on;
  }

  /** Those that nobody has named; off at first. */
  public FoundPools found() {
    return found;
  }

  /** What only Flight Recorder knows; off at first. */
  public FlightRecorder recorder() {
    return recorder;
  }
}
