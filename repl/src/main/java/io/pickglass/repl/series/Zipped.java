package io.pickglass.repl.series;

import io.pickglass.model.Interval;
import java.util.List;

/** What a stream of zipped intervals gives, one after another. */
public sealed interface Zipped {

  /**
   * The intervals of one sequence number, in the order of the names; what did not exist yet is left
   * out.
   */
  record Row(long sequence, List<Interval<?>> intervals) implements Zipped {}

  /** Sequence numbers that had left the target's memory before they were read. */
  record Missed(long from, long to) implements Zipped {
    /** How many. */
    public long count() {
      return to - from + 1;
    }
  }

  /** The target began anew; its sequence numbers, too. */
  record Restarted() implements Zipped {}
}
