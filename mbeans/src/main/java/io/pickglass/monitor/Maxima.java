package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;

/**
 * The greatest values that a monitor has seen: since the start, and of the epochs just ended.
 *
 * <p>A value that was booked while the epoch changed may stand in the epoch before or after the one
 * in which its count stands; the time of doubt is that of reading the cells, some microseconds.
 *
 * @param all since the start, by {@link Distribution}
 * @param ended of the epoch that was asked for
 * @param before of the epoch before that, as far as it is known by now
 */
record Maxima(long[] all, long[] ended, long[] before) {

  /** Collects the maxima of cells. Used by one thread, once. */
  static final class Builder {
    private final long epoch;
    private final Maxima maxima =
        new Maxima(
            new long[Distribution.COUNT],
            new long[Distribution.COUNT],
            new long[Distribution.COUNT]);

    Builder(long epoch) {
      this.epoch = epoch;
    }

    /** Adds what was read of a cell. */
    void add(long[] cell) {
      for (int i = 0; i < Distribution.COUNT; i++) {
        long newest = cell[Slot.MAX + i];
        long previous = cell[Slot.PREVIOUS_MAX + i];
        raise(maxima.all, i, Math.max(newest, Math.max(previous, cell[Slot.OLDER_MAX + i])));
        add(i, cell[Slot.EPOCH], newest);
        add(i, cell[Slot.PREVIOUS_EPOCH], previous);
      }
    }

    private void add(int peak, long of, long value) {
      if (of == epoch) {
        raise(maxima.ended, peak, value);
      } else if (of == epoch - 1) {
        raise(maxima.before, peak, value);
      }
    }

    private static void raise(long[] peaks, int peak, long value) {
      peaks[peak] = Math.max(peaks[peak], value);
    }

    Maxima build() {
      return maxima;
    }
  }
}
