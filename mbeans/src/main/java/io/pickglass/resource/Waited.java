package io.pickglass.resource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was waited for one resource while somebody looked: each wait that was seen, for as long as
 * it was seen to last, by where it was waited. A wait between two looks is not seen.
 *
 * <p>Threads: one at a time.
 */
final class Waited {
  /** So many waits are followed at once. */
  static final int MOST_FOLLOWED = 1_000;

  /** So many places are told apart. */
  static final int MOST_SOURCES = 16;

  private final String kind;
  private final String type;
  private final Map<Source, Sum> sums = new LinkedHashMap<>();

  // How much of it is counted already, of each wait that may go on.
  private Map<Waiter.Key, Long> followed = new HashMap<>();

  /** What was waited at one place. */
  static final class Sum {
    private long count;
    private long nanos;
    private long longestNanos;

    private void add(long more, long nanos, long longest) {
      this.count += more;
      this.nanos += nanos;
      this.longestNanos = Math.max(longestNanos, longest);
    }

    /** How many waits were seen. */
    long count() {
      return count;
    }

    /** How long they lasted at least, in all. */
    long nanos() {
      return nanos;
    }

    /** How long the longest lasted at least. */
    long longestNanos() {
      return longestNanos;
    }
  }

  Waited(String kind, String type) {
    this.kind = kind;
    this.type = type;
  }

  /** Counts what is new in those who wait now. */
  void add(Iterable<Waiter> waiters, long now) {
    Map<Waiter.Key, Long> next = new HashMap<>();
    for (Waiter waiter : waiters) {
      Waiter.Key key = waiter.key();
      if (key != null && next.size() < MOST_FOLLOWED) {
        long waited = waiter.waitedNanos(now);
        Long before = followed.get(key);
        sum(waiter.source())
            .add(before == null ? 1 : 0, waited - (before == null ? 0 : before), waited);
        next.put(key, waited);
      }
    }
    followed = next;
  }

  private Sum sum(Source source) {
    Source told = sums.containsKey(source) || sums.size() < MOST_SOURCES ? source : Source.UNKNOWN;
    return sums.computeIfAbsent(told, _ -> new Sum());
  }

  String kind() {
    return kind;
  }

  String type() {
    return type;
  }

  Map<Source, Sum> sums() {
    return sums;
  }

  /** All places together. */
  Sum all() {
    Sum all = new Sum();
    sums.values().forEach(each -> all.add(each.count, each.nanos, each.longestNanos));
    return all;
  }
}
