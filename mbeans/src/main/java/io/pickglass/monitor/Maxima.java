package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import java.util.Arrays;

/**
 * The greatest values that a monitor has seen: since the start, and of the epochs just ended.
 *
 * <p>A value that was booked while the epoch changed may stand in the epoch before or after the one
 * in which its count stands; the time of doubt is that of reading the cells, some microseconds.
 *
 * <p>Threads: its reader's own.
 */
final class Maxima {
  // By distribution. Of the epoch before the one that ended they are known as far as by now.
  private final long[] all = new long[Distribution.COUNT];
  private final long[] ended = new long[Distribution.COUNT];
  private final long[] before = new long[Distribution.COUNT];
  private long epoch;

  /** Makes them those of no cells, to which cells are added. */
  void clear(long endedEpoch) {
    Arrays.fill(all, 0);
    Arrays.fill(ended, 0);
    Arrays.fill(before, 0);
    epoch = endedEpoch;
  }

  /** Makes them the same as those. */
  void set(Maxima other) {
    System.arraycopy(other.all, 0, all, 0, all.length);
    System.arraycopy(other.ended, 0, ended, 0, ended.length);
    System.arraycopy(other.before, 0, before, 0, before.length);
    epoch = other.epoch;
  }

  /** Adds what was read of a cell. */
  void add(long[] cell) {
    for (int i = 0; i < Distribution.COUNT; i++) {
      long newest = cell[Slot.MAX + i];
      long previous = cell[Slot.PREVIOUS_MAX + i];
      raise(all, i, Math.max(newest, Math.max(previous, cell[Slot.OLDER_MAX + i])));
      add(i, cell[Slot.EPOCH], newest);
      add(i, cell[Slot.PREVIOUS_EPOCH], previous);
    }
  }

  private void add(int peak, long of, long value) {
    if (of == epoch) {
      raise(ended, peak, value);
    } else if (of == epoch - 1) {
      raise(before, peak, value);
    }
  }

  private static void raise(long[] peaks, int peak, long value) {
    peaks[peak] = Math.max(peaks[peak], value);
  }

  /** The greatest since the start. */
  long ever(Distribution of) {
    return all[of.ordinal()];
  }

  /** The greatest of the epoch that ended, after the one with which the earlier ones ended. */
  long since(Maxima earlier, Distribution of) {
    int i = of.ordinal();
    // Booked with the number of the epoch before, but after that was read: it counts here.
    return before[i] > earlier.ended[i] ? Math.max(ended[i], before[i]) : ended[i];
  }
}
