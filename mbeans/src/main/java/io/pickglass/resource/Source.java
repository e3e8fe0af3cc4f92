package io.pickglass.resource;

import io.pickglass.model.ResourceKind;

/**
 * Where a thread waits, as its stack tells.
 *
 * @param kind what kind of thing that is for which it waits
 * @param owner the class of the JDK, or of a library, that was called; empty if none is known
 * @param api the same with its method, as people write it: {@code ArrayBlockingQueue.take}
 * @param location the caller's frame: {@code com.example.Orders.next(Orders.java:42)}; empty if
 *     there is none
 */
record Source(ResourceKind kind, String owner, String api, String location) {
  static final Source UNKNOWN = new Source(ResourceKind.OTHER, "", "", "");

  boolean isKnown() {
    return !api.isEmpty() || !location.isEmpty();
  }
}
