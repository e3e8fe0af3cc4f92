package io.pickglass.resource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was waited for one resource while somebody looked: each wait that was seen, for as long as
 * it was seen to last, by where it was waited. A wait between two looks is not seen. Of one that
 * goes on may be learned later where that is, or for which resource: then it counts there, and
 * there alone.
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
  // Of those that are over.
  private final Map<Source, Sum> ended = new LinkedHashMap<>();

  // Those that may go on.
  private Map<Waiter.Key, Wait> followed = new HashMap<>();

  /** What was seen last of one wait. */
  private record Wait(Source source, long nanos) {}

  /** What was waited at one place. */
  static final class Sum {
    private long count;
    private long nanos;
    private long longestNanos;

    private Sum add(long more, long nanos, long longest) {
      this.count += more;
      this.nanos += nanos;
      this.longestNanos = Math.max(longestNanos, longest);
      return this;
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
    Map<Waiter.Key, Wait> next = new HashMap<>();
    for (Waiter waiter : waiters) {
      Waiter.Key key = waiter.key();
      if (key != null && next.size() < MOST_FOLLOWED) {
        Wait before = followed.remove(key);
        Source source =
            before == null || waiter.source().isKnown() ? waiter.source() : before.source;
        next.put(key, new Wait(source, waiter.waitedNanos(now)));
      }
    }
    followed.values().forEach(each -> add(ended, each));
    followed = next;
  }

  /** That wait is one for something else, as is known now. */
  void forget(Waiter.Key key) {
    followed.remove(key);
  }

  private static void add(Map<Source, Sum> sums, Wait wait) {
    Source told =
        sums.containsKey(wait.source) || sums.size() < MOST_SOURCES ? wait.source : Source.UNKNOWN;
    sums.computeIfAbsent(told, _ -> new Sum()).add(1, wait.nanos, wait.nanos);
  }

  String kind() {
    return kind;
  }

  String type() {
    return type;
  }

  /** By place. */
  Map<Source, Sum> sums() {
    Map<Source, Sum> sums = new LinkedHashMap<>();
    ended.forEach(
        (source, sum) -> sums.put(source, new Sum().add(sum.count, sum.nanos, sum.longestNanos)));
    followed.values().forEach(each -> add(sums, each));
    return sums;
  }

  /** All places together. */
  Sum all() {
    Sum all = new Sum();
    sums().values().forEach(each -> all.add(each.count, each.nanos, each.longestNanos));
    return all;
  }
}
