package io.pickglass.repl.top.page;

import io.pickglass.model.Interval;
import io.pickglass.repl.series.Page;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.series.Switches;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.top.link.TargetClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The intervals that the target still has, and those that it had since; used by one thread. */
final class Rings {
  static final int MOST = 120;

  private final Map<String, NavigableMap<Long, Interval<?>>> byName = new TreeMap<>();
  private Switches switches = Switches.ON;

  /** The last sequence number that all have; what follows is asked for. */
  long after() {
    return byName.values().stream()
        .filter(ring -> !ring.isEmpty())
        .mapToLong(NavigableMap::lastKey)
        .min()
        .orElse(-1);
  }

  /**
   * Intervals as they were asked for.
   *
   * @param page the intervals
   * @param all whether they are all that is known, instead of what is new
   */
  record Asked(Page page, boolean all) {}

  /** Asks for those after a sequence number; of a recording for all up to its moment. */
  static Asked ask(
      Target target, TargetClock clock, Subject subject, List<String> names, long after) {
    boolean all = !target.isLive();
    long from = all ? Math.max(-1, target.describe().lastSequence() - MOST) : after;
    Page page = target.intervals(subject, names, from, MOST);
    page.intervals()
        .values()
        .forEach(intervals -> intervals.forEach(interval -> clock.hasPassed(end(interval))));
    return new Asked(page, all);
  }

  void add(List<String> names, Asked asked) {
    Page page = asked.page();
    byName.keySet().retainAll(names);
    if (asked.all()) {
      byName.clear();
    }
    switches = page.switches();
    page.intervals()
        .forEach((name, intervals) -> {
          NavigableMap<Long, Interval<?>> ring = byName.computeIfAbsent(name, _ -> new TreeMap<>());
          intervals.forEach(interval -> ring.put(interval.sequence(), interval));
          while (ring.size() > MOST) {
            ring.pollFirstEntry();
          }
        });
  }

  void clear() {
    byName.clear();
  }

  Switches switches() {
    return switches;
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The intervals up to that moment, at most so many, the oldest first. */
  List<Interval<?>> upTo(String name, long moment, int most) {
    NavigableMap<Long, Interval<?>> ring = byName.getOrDefault(name, new TreeMap<>());
    List<Interval<?>> until = new ArrayList<>();
    for (Interval<?> interval : ring.values()) {
      if (moment == 0 || end(interval) <= moment) {
        until.add(interval);
      }
    }
    return until.subList(Math.max(0, until.size() - most), until.size());
  }

  private static long end(Interval<?> interval) {
    return interval.start().toEpochMilli() + interval.elapsedNanos() / 1_000_000;
  }
}
