package io.pickglass.resource;

import io.pickglass.jdk.WaitKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds those who wait for each other in a circle. Each waits for one thing, and that has one
 * owner: who follows that from anybody comes to somebody who does not wait, or round.
 *
 * <p>Threads: whoever has made it.
 */
final class Cycles {
  private final Map<Thread, Edge> edges = new IdentityHashMap<>();

  /**
   * One waits for something that another one has.
   *
   * @param waiter the one
   * @param resource the thing; it knows the other
   */
  record Edge(Waiter waiter, Found resource) {}

  Cycles(Scene scene) {
    for (Found resource : scene.all()) {
      Thread owner = resource.owner();
      if (owner != null) {
        for (Waiter waiter : resource.waiters()) {
          // Who waits for a part waits for the whole, too: the part knows its owner.
          if (waiter.thread() != owner && isForOwner(waiter)) {
            edges.put(waiter.thread(), new Edge(waiter, resource));
          }
        }
      }
    }
  }

  // Who waits to be notified has given the monitor back, and wants nothing of whoever owns it.
  private static boolean isForOwner(Waiter waiter) {
    Seen seen = waiter.seen();
    return waiter.kind() == WaitKind.BLOCKED
        || waiter.blocker() != null
        || seen != null && !seen.isInside()
        || seen != null && seen.monitorOrNull() instanceof Thread;
  }

  /** For what that one waits that somebody has; null if for nothing. */
  @Nullable Edge of(Thread thread) {
    return edges.get(thread);
  }

  /** All circles, each once, as they seemed to be. */
  List<List<Edge>> all() {
    List<List<Edge>> cycles = new ArrayList<>();
    Set<Thread> done = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Thread start : edges.keySet()) {
      List<Edge> path = new ArrayList<>();
      Set<Thread> onPath = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
      Thread at = start;
      while (at != null && edges.containsKey(at) && !done.contains(at) && onPath.add(at)) {
        Edge edge = edges.get(at);
        path.add(edge);
        at = edge.resource().owner();
      }
      if (at != null && onPath.contains(at)) {
        cycles.add(from(at, path));
      }
      done.addAll(onPath);
    }
    return cycles;
  }

  private static List<Edge> from(Thread first, List<Edge> path) {
    List<Edge> cycle = new ArrayList<>(path);
    while (cycle.getFirst().waiter().thread() != first) {
      cycle.removeFirst();
    }
    return cycle;
  }
}
