package io.pickglass.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** The platform threads that live at an instant, carriers included. Used by one thread. */
public final class PlatformThreads {
  // Threads may start while they are listed; what does not fit is not listed, so there is room.
  private static final int ROOM = 64;

  /** The class of the threads that carry virtual ones. */
  public static final String CARRIER = "jdk.internal.misc.CarrierThread";

  // What waits for sockets in the place of virtual threads, in either of the JDK's two ways.
  private static final List<String> POLLERS =
      List.of("MasterPoller", "Read-Poller", "Write-Poller");

  private final Map<ForkJoinPool, List<ForkJoinWorkerThread>> byPool = new IdentityHashMap<>();
  private boolean pollers;

  /** No threads. */
  static final PlatformThreads NONE = new PlatformThreads();

  private PlatformThreads() {}

  /** Those that live now. */
  static PlatformThreads now() {
    PlatformThreads threads = new PlatformThreads();
    for (Thread thread : all()) {
      if (thread instanceof ForkJoinWorkerThread worker) {
        threads.add(worker);
      } else if (!threads.pollers) {
        threads.pollers = isPoller(thread.getName());
      }
    }
    return threads;
  }

  /** Whether a platform thread of that name waits for sockets in the place of virtual threads. */
  public static boolean isPoller(String name) {
    for (String poller : POLLERS) {
      if (name.startsWith(poller)) {
        return true;
      }
    }
    return false;
  }

  private void add(ForkJoinWorkerThread worker) {
    try {
      byPool.computeIfAbsent(worker.getPool(), _ -> new ArrayList<>()).add(worker);
    } catch (RuntimeException | Error e) {
      // Of a class of the application that does not even tell its pool: nobody's worker.
    }
  }

  /** The workers of a pool. */
  List<ForkJoinWorkerThread> of(ForkJoinPool pool) {
    return byPool.getOrDefault(pool, List.of());
  }

  /** All carriers, for whoever may not ask which pool is the JVM's scheduler. */
  List<ForkJoinWorkerThread> carriers() {
    return byPool.values().stream()
        .flatMap(List::stream)
        .filter(worker -> worker.getClass().getName().equals(CARRIER))
        .toList();
  }

  /** Whether the JVM has begun to wait for sockets in the place of virtual threads. */
  boolean arePollersThere() {
    return pollers;
  }

  /** All of them. */
  public static Thread[] all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + ROOM];
    int count = root.enumerate(threads, true);
    while (count == threads.length) {
      threads = new Thread[threads.length * 2];
      count = root.enumerate(threads, true);
    }
    return Arrays.copyOf(threads, count);
  }
}
