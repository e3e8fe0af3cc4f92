package io.pickglass.runtime;

import io.pickglass.model.Worker;
import io.pickglass.monitor.Lane;
import io.pickglass.monitor.Turns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of the workers of a runtime. There are as many as it ever had threads at once.
 *
 * <p>Threads: one at a time.
 */
final class Seats {
  // In the order of their numbers, which have gaps, but few.
  private final List<Seat> seats = new ArrayList<>();
  private boolean seen;

  // The histograms of all places together, and what of them was there before anybody looked.
  private long[] turns = Turns.none();
  private long[] turnsBefore = turns;

  /** A look at the workers begins. */
  void lookAway() {
    seats.forEach(Seat::lookAway);
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
        newcomers.add(new Newcomer(thread, index, seat == null ? null : seat.vacate(now)));
      } else if (known != null) {
        seat.takenBy(thread, known, now);
      }
    });
    for (Newcomer newcomer : newcomers) {
      ThreadFacts known = facts.get(newcomer.thread());
      if (known != null && !of(newcomer.index()).isTaken()) {
        of(newcomer.index()).takenBy(newcomer.thread(), known, newcomer.doneElsewhere(), now);
      }
    }
  }

  /** A thread that was not seen in that place before, but perhaps in another. */
  private record Newcomer(Thread thread, int index, @Nullable ThreadFacts doneElsewhere) {}

  private Map<Long, Seat> byThread() {
    Map<Long, Seat> byThread = new HashMap<>();
    seats.forEach(seat -> byThread.put(seat.threadId(), seat));
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
        seat.takenBy(thread, known, now);
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
        of(next).takenBy(thread, known, now);
      }
    }
  }

  private Seat of(int index) {
    // Where it is if there is no gap before it, and else to the left of that.
    int place = Math.min(index, seats.size());
    while (place > 0 && seats.get(place - 1).index() >= index) {
      place--;
    }
    boolean known = place < seats.size() && seats.get(place).index() == index;
    if (!known) {
      seats.add(place, new Seat(index));
    }
    return seats.get(place);
  }

  /** The look is over; what was there before the first one does not count. */
  void lookedAt(long now) {
    if (!seen) {
      seats.forEach(seat -> seat.beginAt(now));
      turnsBefore = turns();
      seen = true;
    }
  }

  /** The counters of all places. */
  List<Seat.Counts> counts(long now) {
    List<Seat.Counts> counts = new ArrayList<>(seats.size());
    for (Seat seat : seats) {
      counts.add(seat.counts(now));
    }
    return counts;
  }

  /** The histograms of all places together; the same object if nobody has polled since. */
  long[] turns() {
    boolean turned = false;
    for (Seat seat : seats) {
      turned |= seat.hasTurned();
    }
    if (turned) {
      turns = sumOfTurns();
    }
    return turns;
  }

  private long[] sumOfTurns() {
    long[] sums = Turns.none();
    for (Seat seat : seats) {
      sums = seat.plusTurns(sums);
    }
    return sums;
  }

  /** Those of before anybody looked. */
  long[] turnsBefore() {
    return turnsBefore;
  }

  /** The workers that there are now. */
  List<Worker> workers(long now, boolean pollsKnown, boolean noopsKnown) {
    return seats.stream()
        .filter(Seat::isTaken)
        .map(seat -> seat.worker(now, pollsKnown, noopsKnown))
        .toList();
  }
}
