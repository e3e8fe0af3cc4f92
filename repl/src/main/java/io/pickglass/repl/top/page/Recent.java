package io.pickglass.repl.top.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last answers, so that one can look back; at most {@value #MOST}. Used by one thread. */
final class Recent<A> {
  static final int MOST = 120;

  private final TreeMap<Long, A> answers = new TreeMap<>();

  void add(long millis, A answer) {
    answers.put(millis, answer);
    if (answers.size() > MOST) {
      answers.pollFirstEntry();
    }
  }

  /** What was known at that moment; at 0 what is known now. */
  Optional<A> at(long moment) {
    return Optional.ofNullable(moment == 0 ? answers.lastEntry() : answers.floorEntry(moment))
        .map(Map.Entry::getValue);
  }

  void clear() {
    answers.clear();
  }
}
