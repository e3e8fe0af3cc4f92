package io.pickglass.runtime;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Histogram;
import io.pickglass.model.Worker;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Turns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of the workers of a runtime. There are as many as it ever had threads at once.
 *
 * <p>Threads: one at a time.
 */
final class Seats {
  /** The histograms of nothing, by number. */
  static final List<Histogram> NO_TURNS = List.of(Histogram.EMPTY, Histogram.EMPTY);

  private final Map<Integer, Seat> seats = new TreeMap<>();
  private boolean seen;

  // The histograms of those who have left, less what there was before anybody looked.
  private final long[][] gone = Turns.none();
  private final long[][] sums = Turns.none();

  /** A look at the workers begins. */
  void lookAway() {
    seats.values().forEach(Seat::lookAway);
  }

  /** What the carrier with that index polls is known. */
  void lane(Lane lane) {
    of(lane.index()).ofLane(lane);
  }

  /**
   * These threads have the places of those numbers. A worker that is just being started says 0, and
   * one that leaves has the number that its successor has already: whoever was seen in a place
   * keeps it, and who finds his taken waits for the next look.
   */
  void taken(Map<Thread, Integer> places, Map<Thread, ThreadFacts> facts, long now) {
    Map<Long, Seat> before = byThread();
    List<Newcomer> newcomers = new ArrayList<>();
    places.forEach((thread, index) -> {
      Seat seat = before.get(thread.threadId());
      ThreadFacts known = facts.get(thread);
      if (seat == null || seat.index() != index) {
        newcomers.add(new Newcomer(thread, index, seat == null ? null : seat.vacate(now, gone)));
      } else if (known != null) {
        seat.takenBy(thread, known, now, gone);
      }
    });
    for (Newcomer newcomer : newcomers) {
      ThreadFacts known = facts.get(newcomer.thread());
      if (known != null && !of(newcomer.index()).isTaken()) {
        of(newcomer.index()).takenBy(newcomer.thread(), known, newcomer.doneElsewhere(), now, gone);
      }
    }
  }

  /** A thread that was not seen in that place before, but perhaps in another. */
  private record Newcomer(Thread thread, int index, @Nullable ThreadFacts doneElsewhere) {}

  private Map<Long, Seat> byThread() {
    Map<Long, Seat> byThread = new HashMap<>();
    seats.values().forEach(seat -> byThread.put(seat.threadId(), seat));
    return byThread;
  }

  /** These threads have the places in which they were before, or the first that are free. */
  void taken(List<Thread> threads, Map<Thread, ThreadFacts> facts, long now) {
    Map<Long, Seat> before = byThread();
    List<Thread> newcomers = new ArrayList<>();
    for (Thread thread : threads) {
      Seat seat = before.get(thread.threadId());
      ThreadFacts known = facts.get(thread);
      if (seat == null) {
        newcomers.add(thread);
      } else if (known != null) {
        seat.takenBy(thread, known, now, gone);
      }
    }
    newcomers.sort(Comparator.comparingLong(Thread::threadId));
    int next = 0;
    for (Thread thread : newcomers) {
      ThreadFacts known = facts.get(thread);
      if (known != null) {
        while (of(next).isTaken()) {
          next++;
        }
        of(next).takenBy(thread, known, now, gone);
      }
    }
  }

  private Seat of(int index) {
    return seats.computeIfAbsent(index, Seat::new);
  }

  /** The look is over; what was there before the first one does not count. */
  void lookedAt(long now) {
    if (!seen) {
      seats.values().forEach(seat -> seat.beginAt(now));
      Turns.add(gone, turns(), -1);
      seen = true;
    }
  }

  /** The counters of all places. */
  List<Seat.Counts> counts(long now) {
    List<Seat.Counts> counts = new ArrayList<>(seats.size());
    for (Seat seat : seats.values()) {
      counts.add(seat.counts(now));
    }
    return counts;
  }

  /** The histograms of all places, by number. */
  List<Histogram> histograms() {
    long[][] turns = turns();
    return List.of(
        Turns.histogram(turns, RuntimeDistribution.POLL),
        Turns.histogram(turns, RuntimeDistribution.SCHEDULING_DELAY));
  }

  private long[][] turns() {
    Turns.clear(sums);
    Turns.add(sums, gone, 1);
    seats.values().forEach(seat -> seat.addTurns(sums));
    return sums;
  }

  /** The workers that there are now. */
  List<Worker> workers(long now, boolean pollsKnown, boolean noopsKnown) {
    return seats.values().stream()
        .filter(Seat::isTaken)
        .map(seat -> seat.worker(now, pollsKnown, noopsKnown))
        .toList();
  }
}
