package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import java.util.Arrays;

/**
 * The tallies of some cells added up. Like those they have room only for octaves in which there was
 * a value, and stand in the same order.
 *
 * <p>Threads: its reader's own.
 */
final class Counts {
  private static final Distribution[] DISTRIBUTIONS = Distribution.values();

  // By distribution: a bit for each octave that has room.
  private final long[] octaves = new long[Distribution.COUNT];
  private long[] counts = {};
  private int size;

  /** Makes all counts 0, and keeps their room. */
  void clear() {
    Arrays.fill(counts, 0, size, 0);
  }

  /** Has room for the same as those, whatever is counted there. */
  void takeShapeOf(Counts other) {
    if (counts.length < other.size) {
      counts = new long[other.size];
    }
    System.arraycopy(other.octaves, 0, octaves, 0, octaves.length);
    size = other.size;
  }

  /** Makes them the same as those. */
  void set(Counts other) {
    takeShapeOf(other);
    System.arraycopy(other.counts, 0, counts, 0, size);
  }

  /** Adds what was read of a cell. */
  void add(Tallies.Copy tallies) {
    makeRoom(tallies);
    for (Distribution of : DISTRIBUTIONS) {
      int start = start(of);
      for (long left = tallies.octaves(of); left != 0; left &= left - 1) {
        tallies.addTo(counts, place(of, start, left), of, Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void makeRoom(Tallies.Copy tallies) {
    boolean fits = true;
    for (Distribution of : DISTRIBUTIONS) {
      fits &= (tallies.octaves(of) & ~octaves[of.ordinal()]) == 0;
    }
    if (!fits) {
      grow(tallies);
    }
  }

  private void grow(Tallies.Copy tallies) {
    Counts wider = new Counts();
    for (Distribution of : DISTRIBUTIONS) {
      int i = of.ordinal();
      wider.octaves[i] = octaves[i] | tallies.octaves(of);
      wider.size += Long.bitCount(wider.octaves[i]) * Buckets.PER_OCTAVE;
    }
    wider.counts = new long[wider.size];
    int from = 0;
    for (Distribution of : DISTRIBUTIONS) {
      int start = wider.start(of);
      for (long left = octaves[of.ordinal()]; left != 0; left &= left - 1) {
        int to = wider.place(of, start, left);
        System.arraycopy(counts, from, wider.counts, to, Buckets.PER_OCTAVE);
        from += Buckets.PER_OCTAVE;
      }
    }
    // Nothing that can fail comes after this.
    counts = wider.counts;
    takeShapeOf(wider);
  }

  private int start(Distribution of) {
    int before = 0;
    for (int i = 0; i < of.ordinal(); i++) {
      before += Long.bitCount(octaves[i]);
    }
    return before * Buckets.PER_OCTAVE;
  }

  /** Where the octave of the lowest of those bits stands. */
  private int place(Distribution of, int start, long bits) {
    long below = Long.lowestOneBit(bits) - 1;
    return start + Long.bitCount(octaves[of.ordinal()] & below) * Buckets.PER_OCTAVE;
  }

  /** Puts into {@code rest} what has come since those were read; never fewer than none. */
  void since(Counts earlier, Distribution of, Histogram.Builder rest) {
    int place = start(of);
    int start = earlier.start(of);
    long known = earlier.octaves[of.ordinal()];
    for (long left = octaves[of.ordinal()]; left != 0; left &= left - 1) {
      int bucket = Long.numberOfTrailingZeros(left) << Buckets.PER_OCTAVE_BITS;
      boolean isNew = (known & Long.lowestOneBit(left)) == 0;
      int then = isNew ? 0 : earlier.place(of, start, left);
      for (int i = 0; i < Buckets.PER_OCTAVE; i++) {
        rest.add(bucket + i, counts[place++] - (isNew ? 0 : earlier.counts[then + i]));
      }
    }
  }
}
