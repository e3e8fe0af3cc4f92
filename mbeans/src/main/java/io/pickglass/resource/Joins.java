package io.pickglass.resource;

import io.pickglass.jdk.Terminations;
import io.pickglass.listing.TaskListing;
import io.pickglass.monitor.Polled;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which virtual thread ends when that is released on which its joiners are parked: they do not
 * know, it does. Found only if somebody joins.
 *
 * <p>Threads: whoever has made it.
 */
final class Joins {
  private final TaskListing listing;
  private final long now;
  private @Nullable Map<Object, Thread> byBlocker;

  Joins(TaskListing listing, long now) {
    this.listing = listing;
    this.now = now;
  }

  /** The thread; null if it is not watched. */
  @Nullable Thread of(Object blocker) {
    Map<Object, Thread> known = byBlocker;
    if (known == null) {
      known = find();
      byBlocker = known;
    }
    return known.get(blocker);
  }

  private Map<Object, Thread> find() {
    Map<Object, Thread> threads = new IdentityHashMap<>();
    listing.forEachLive(
        now,
        task -> {
          Polled polled = task.polled();
          Thread thread = polled == null ? null : polled.virtualThread();
          Object blocker = thread == null ? null : Terminations.of(thread);
          if (blocker != null) {
            threads.put(blocker, thread);
          }
        });
    return threads;
  }
}
