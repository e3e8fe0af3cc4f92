package io.pickglass.runtime;

import io.pickglass.jdk.PoolAccess;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Watches the pools of a program that nobody has named: those that have a thread, by the name that
 * their threads suggest. Off at first.
 *
 * <p>Threads: the sampler looks, anybody turns it on and off.
 */
public final class FoundPools {
  // JMX reads us over these, and calls all of them so.
  private static final String OF_RMI = "RMI ";

  private final Runtimes runtimes;
  private boolean on;

  // Under this object's monitor. Those that the program has named since are not ours any more.
  private final List<RuntimeMonitor> found = new ArrayList<>();

  FoundPools(Runtimes runtimes) {
    this.runtimes = runtimes;
  }

  /** Begins to look at each tick, or ends, and forgets those that were found. */
  public synchronized void turn(boolean on) {
    this.on = on;
    if (!on) {
      found.forEach(runtimes::remove);
      found.clear();
    }
  }

  /** Looks once. Called before a tick, since whoever is told of a pool may be a stranger. */
  public synchronized void look() {
    if (!on) {
      return;
    }
    found.removeIf(RuntimeMonitor::isOver);
    now()
        .forEach((pool, name) -> {
          List<RuntimeMonitor> known = runtimes.of(pool);
          if (known.isEmpty()) {
            watch(pool, name);
          } else if (known.size() > 1) {
            leave(known);
          }
        });
  }

  private void watch(Executor pool, String name) {
    String free = runtimes.freeName(name);
    if (runtimes.watch(pool, free)) {
      found.addAll(runtimes.of(pool));
    }
  }

  /** The program has given it a name of its own. */
  private void leave(List<RuntimeMonitor> known) {
    for (RuntimeMonitor runtime : known) {
      if (found.remove(runtime)) {
        runtimes.remove(runtime);
      }
    }
  }

  private static Map<Executor, String> now() {
    Map<Executor, String> pools = new IdentityHashMap<>();
    for (Thread thread : PlatformThreads.all()) {
      Executor pool = poolOrNull(thread);
      if (pool != null && !pools.containsKey(pool)) {
        pools.put(pool, nameFrom(thread.getName()));
      }
    }
    return pools;
  }

  private static @Nullable Executor poolOrNull(Thread thread) {
    try {
      if (thread instanceof ForkJoinWorkerThread worker) {
        return worker.getClass().getName().equals(PlatformThreads.CARRIER)
            ? null
            : worker.getPool();
      }
      return thread.getName().startsWith(OF_RMI) ? null : PoolAccess.poolOf(thread);
    } catch (RuntimeException | Error e) {
      // A class of the application that does not even tell its pool.
      return null;
    }
  }

  /** {@code pool-1} of {@code pool-1-thread-3}. */
  static String nameFrom(String threadName) {
    String name = threadName.replaceFirst("[-#_. ]*\\d+$", "");
    String shorter = name.replaceFirst("[-#_. ](thread|worker)$", "");
    return shorter.isEmpty() ? threadName : shorter;
  }
}
