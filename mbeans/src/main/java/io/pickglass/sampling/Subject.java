package io.pickglass.sampling;

import io.pickglass.model.Interval;
import io.pickglass.monitor.Snapshot;
import io.pickglass.runtime.Sight;
import java.time.Instant;

/**
 * Of what the sampler makes intervals: a monitor or a runtime.
 *
 * <p>Threads: the sampler cuts; anybody asks for nothing.
 */
interface Subject<I extends Interval<?>> {
  /** The interval that ends with that tick and began with the one before, or with the subject. */
  I cut(Tick tick);

  /** An interval of number 0 and of no time. */
  I nothing();

  /** What is kept of the metrics of an interval that is not the last any more. */
  Object packed(I interval);

  /** The interval of which that was kept. */
  I unpacked(long sequence, Stretch stretch, Object packed);

  /**
   * A tick, the same for all subjects.
   *
   * @param sequence its number
   * @param endedEpoch the epoch that it ends
   * @param nanos when, by the monotonic clock
   * @param now when, by the wall clock
   * @param room the sampler's own, to be used again
   * @param sight the workers of all runtimes, seen at once
   */
  record Tick(
      long sequence, long endedEpoch, long nanos, Instant now, Snapshot.Room room, Sight sight) {
    /** The same, with workers seen. */
    Tick seeing(Sight sight) {
      return new Tick(sequence, endedEpoch, nanos, now, room, sight);
    }

    /** The same, with nothing in its room. */
    Tick inNewRoom() {
      return new Tick(sequence, endedEpoch, nanos, now, new Snapshot.Room(), sight);
    }
  }
}
