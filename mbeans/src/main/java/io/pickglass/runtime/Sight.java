package io.pickglass.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of some runtimes, all seen at once: what the JVM is asked of threads it is
 * asked of all together.
 */
public final class Sight {
  /** No workers. */
  public static final Sight NOTHING = new Sight(List.of());

  private final PlatformThreads threads;
  private final Map<RuntimeMonitor, List<Thread>> workers = new IdentityHashMap<>();
  private final Map<Thread, ThreadFacts> facts;

  private Sight(Collection<RuntimeMonitor> runtimes) {
    threads = runtimes.isEmpty() ? PlatformThreads.NONE : PlatformThreads.now();
    List<Thread> all = new ArrayList<>();
    for (RuntimeMonitor runtime : runtimes) {
      List<Thread> own = runtime.source().workers(threads);
      if (own != null) {
        workers.put(runtime, own);
        all.addAll(own);
      }
    }
    facts = ThreadFacts.of(all, runtimes.stream().anyMatch(it -> it.source().mayStopThreads()));
  }

  /** Of those runtimes, now. */
  static Sight of(Collection<RuntimeMonitor> runtimes) {
    return new Sight(runtimes);
  }

  PlatformThreads threads() {
    return threads;
  }

  /** The workers of a runtime; null if they cannot be known, or not at this moment. */
  @Nullable List<Thread> workersOf(RuntimeMonitor runtime) {
    return workers.get(runtime);
  }

  Map<Thread, ThreadFacts> facts() {
    return facts;
  }
}
