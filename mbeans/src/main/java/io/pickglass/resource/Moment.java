package io.pickglass.resource;

import io.pickglass.jdk.Sockets;
import io.pickglass.listing.TaskListing;
import io.pickglass.runtime.PlatformThreads;
import java.util.Map;

/**
 * An answer in the making. It refers to the application's objects, and is kept by nobody.
 *
 * <p>Threads: whoever has made it.
 *
 * @param now the instant for which it holds
 * @param census who waits
 * @param scene for what
 * @param rows makes rows of that
 */
record Moment(long now, Census census, Scene scene, ResourceRows rows) {
  /**
   * Of those who have waited so long for what somebody owns; of all with {@link Waiter#UNKNOWN}.
   */
  static Moment of(
      long now, TaskListing listing, Looks looks, Known known, int budget, long shortest) {
    boolean all = shortest == Waiter.UNKNOWN;
    Census census = all ? new Census(now, sockets()) : new Census(now, shortest);
    listing.forEachLive(now, census);
    OtherThreads.count(census);
    Joins joins = new Joins(listing, now);
    Scene scene =
        all ? Scene.of(census, looks, joins, budget) : Scene.ofOwned(census, looks, joins, budget);
    return new Moment(
        now, census, scene, new ResourceRows(known, new People(now, scene.all()), now));
  }

  private static Map<Thread, Sockets.Wait> sockets() {
    for (Thread thread : PlatformThreads.all()) {
      if (PlatformThreads.isPoller(thread.getName())) {
        return Sockets.waits();
      }
    }
    return Map.of();
  }
}
