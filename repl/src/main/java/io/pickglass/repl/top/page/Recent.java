package io.pickglass.repl.top.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last answers, so that one can look back; at most {@value #MOST}, of which that goes first
 * which came first, whatever time it tells of. Used by one thread.
 */
public final class Recent<A> {
  /** How many are kept. */
  public static final int MOST = 120;

  // With millions of tasks answers come that slowly. What is older says nothing of that moment.
  private static final long LONGEST_MILLIS = 60_000;

  private final TreeMap<Long, A> answers = new TreeMap<>();
  private final Deque<Long> came = new ArrayDeque<>();

  /** Keeps an answer. */
  public void add(long millis, A answer) {
    if (answers.put(millis, answer) == null) {
      came.add(millis);
    }
    if (came.size() > MOST) {
      answers.remove(came.remove());
    }
  }

  /** What was known at that moment; at 0 what is known now. */
  public Optional<A> at(long moment) {
    return Optional.ofNullable(moment == 0 ? answers.lastEntry() : answers.floorEntry(moment))
        .filter(entry -> moment == 0 || moment - entry.getKey() <= LONGEST_MILLIS)
        .map(Map.Entry::getValue);
  }

  /** Forgets all. */
  public void clear() {
    answers.clear();
    came.clear();
  }
}
