package io.pickglass.monitor;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many values of each distribution fell into each bucket, in one cell. Only octaves in which
 * there was a value have room: 32 bytes each, against 1,792 for all of a distribution.
 *
 * <p>Threads: the writer of the cell, inside its write. The shape never changes, more room is
 * another object; so a racing reader finds counts that it must throw away, but finds them all.
 */
final class Tallies {
  // A cache line before the first count, against the neighbour on the heap: the tallies of another
  // cell as a rule, once a collector has moved them together.
  private static final int PADDING = 16;

  /** Room for nothing. */
  static final Tallies NONE = new Tallies(new long[Distribution.COUNT], new int[PADDING], null);

  private static final int START_BITS = 56;
  private static final long OCTAVES = (1L << START_BITS) - 1;

  // By distribution: below, a bit for each octave that has room; above, how many octaves the
  // distributions before it have. So an octave's place is a sum of two, without a table. Fields
  // instead of an array, of which two loads would have to follow each other at every event.
  private final long poll;
  private final long scheduled;
  private final long firstPollDelay;
  private final long idle;

  // Eight counts for each octave, unsigned. Every 2^32nd value is carried: at ten million a second
  // that is every seven minutes.
  private final int[] low;
  private final int @Nullable [] high;

  private Tallies(long[] shape, int[] low, int @Nullable [] high) {
    this.poll = shape[Distribution.POLL.ordinal()];
    this.scheduled = shape[Distribution.SCHEDULED.ordinal()];
    this.firstPollDelay = shape[Distribution.FIRST_POLL_DELAY.ordinal()];
    this.idle = shape[Distribution.IDLE.ordinal()];
    this.low = low;
    this.high = high;
  }

  // By number: a switch over an enum of another class goes through a table.
  private long shape(Distribution of) {
    return switch (of.ordinal()) {
      case 0 -> poll;
      case 1 -> scheduled;
      case 2 -> firstPollDelay;
      default -> idle;
    };
  }

  /** One value more; the same object, or the one that takes its place. */
  Tallies plus(Distribution of, int bucket) {
    long octaves = shape(of);
    int octave = bucket >> Buckets.PER_OCTAVE_BITS;
    if ((octaves & 1L << octave) == 0) {
      return grown(of, octave).plus(of, bucket);
    }
    int place = place(octaves, octave) + (bucket & (Buckets.PER_OCTAVE - 1));
    return ++low[place] == 0 ? carried(place) : this;
  }

  private static int place(long octaves, int octave) {
    int before = Long.bitCount(octaves & ((1L << octave) - 1));
    return PADDING + (((int) (octaves >>> START_BITS) + before) << Buckets.PER_OCTAVE_BITS);
  }

  private Tallies grown(Distribution of, int octave) {
    long[] wider = {poll, scheduled, firstPollDelay, idle};
    wider[of.ordinal()] |= 1L << octave;
    for (int i = of.ordinal() + 1; i < wider.length; i++) {
      wider[i] += 1L << START_BITS;
    }
    int place = place(wider[of.ordinal()], octave);
    return new Tallies(wider, widened(low, place), high == null ? null : widened(high, place));
  }

  private static int[] widened(int[] counts, int place) {
    int[] wider = Arrays.copyOf(counts, counts.length + Buckets.PER_OCTAVE);
    System.arraycopy(counts, place, wider, place + Buckets.PER_OCTAVE, counts.length - place);
    Arrays.fill(wider, place, place + Buckets.PER_OCTAVE, 0);
    return wider;
  }

  private Tallies carried(int place) {
    Tallies tallies = high != null ? this : with(low, new int[low.length]);
    if (tallies.high != null) {
      tallies.high[place]++;
    }
    return tallies;
  }

  private boolean hasShapeOf(Tallies other) {
    return poll == other.poll
        && scheduled == other.scheduled
        && firstPollDelay == other.firstPollDelay
        && idle == other.idle
        && (high == null) == (other.high == null);
  }

  private Tallies with(int[] counts, int @Nullable [] carries) {
    return new Tallies(new long[] {poll, scheduled, firstPollDelay, idle}, counts, carries);
  }

  /**
   * The same counts in an object that its caller owns: {@code earlier}, where that has the shape;
   * otherwise in its room, where that is enough.
   *
   * @param earlier what this method gave before, no longer needed; or {@link #NONE}
   */
  Tallies copy(Tallies earlier) {
    if (this == NONE) {
      return NONE;
    }
    Tallies copy = earlier;
    if (!earlier.hasShapeOf(this)) {
      copy = with(room(earlier.low, low), high == null ? null : room(earlier.high, high));
    }
    System.arraycopy(low, 0, copy.low, 0, low.length);
    if (high != null && copy.high != null) {
      System.arraycopy(high, 0, copy.high, 0, high.length);
    }
    return copy;
  }

  private static int[] room(int @Nullable [] there, int[] needed) {
    return there != null && there.length >= needed.length ? there : new int[needed.length];
  }

  /** Adds the counts of an octave, one of {@link #octaves}, to eight of {@code sums}. */
  void addTo(long[] sums, int first, Distribution of, int octave) {
    int place = place(shape(of), octave);
    for (int i = 0; i < Buckets.PER_OCTAVE; i++) {
      long carries = high == null ? 0 : high[place + i];
      sums[first + i] += (carries << 32) + Integer.toUnsignedLong(low[place + i]);
    }
  }

  /** A bit for each octave in which there was a value of that distribution. */
  long octaves(Distribution of) {
    return shape(of) & OCTAVES;
  }
}
