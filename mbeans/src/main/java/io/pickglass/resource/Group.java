package io.pickglass.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * Those that seem to wait for the same: as far as that is told without looking at them.
 *
 * <p>Threads: whoever has made it.
 */
final class Group {
  /** So many of one group are remembered; the others are counted. */
  static final int MOST_KEPT = 1_000;

  private final Object key;
  private final List<Waiter> kept = new ArrayList<>(1);
  private int count;
  private boolean taken;
  private long longestNanos = Waiter.UNKNOWN;

  Group(Object key) {
    this.key = key;
  }

  void add(Waiter waiter, long now, boolean keep) {
    count++;
    longestNanos = Math.max(longestNanos, waiter.waitedNanos(now));
    if (keep && kept.size() < MOST_KEPT) {
      kept.add(waiter);
    }
  }

  /** One more, of whom nothing is remembered. */
  void addUnknown() {
    count++;
  }

  /** The object on which they are parked, or what else they have in common. */
  Object key() {
    return key;
  }

  /** Whether somebody has asked that before: each is told apart once. */
  boolean isTaken() {
    boolean before = taken;
    taken = true;
    return before;
  }

  int count() {
    return count;
  }

  List<Waiter> kept() {
    return kept;
  }

  /** For how long one has waited, at most; -1 if not known. */
  long longestNanos() {
    return longestNanos;
  }
}
