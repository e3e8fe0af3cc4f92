package io.pickglass.sampling;

import io.pickglass.model.Interval;
import io.pickglass.monitor.Snapshot;
import io.pickglass.runtime.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Of what the sampler makes intervals: a monitor or a runtime.
 *
 * <p>Threads: the sampler cuts; anybody asks for the rest.
 */
interface Subject<I extends Interval<?>> {
  /**
   * Ends an interval at that tick, and begins the next.
   *
   * @return what is kept of its metrics; the same object as for the interval before, if they are
   *     the same
   */
  Object cut(Tick tick);

  /** The interval of which that was kept. */
  I interval(long sequence, Stretch stretch, Object kept);

  /** An interval of number 0 and of no time. */
  I nothing();

  /**
   * A tick, the same for all subjects.
   *
   * @param sequence its number
   * @param endedEpoch the epoch that it ends
   * @param before when the tick before was; null for the first
   * @param at when it is
   * @param room the sampler's own, to be used again
   * @param sight the workers of all runtimes, seen at once
   */
  record Tick(
      long sequence,
      long endedEpoch,
      @Nullable Moment before,
      Moment at,
      Snapshot.Room room,
      Sight sight) {
    /** The same, with workers seen. */
    Tick seeing(Sight sight) {
      return new Tick(sequence, endedEpoch, before, at, room, sight);
    }

    /** The same, with nothing in its room. */
    Tick inNewRoom() {
      return new Tick(sequence, endedEpoch, before, at, new Snapshot.Room(), sight);
    }
  }
}
