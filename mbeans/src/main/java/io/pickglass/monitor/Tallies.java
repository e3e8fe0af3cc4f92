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

  private Tallies with(int[] counts, int @Nullable [] carries) {
    return new Tallies(new long[] {poll, scheduled, firstPollDelay, idle}, counts, carries);
  }

  /** A bit for each octave in which there was a value of that distribution. */
  long octaves(Distribution of) {
    return shape(of) & OCTAVES;
  }

  /**
   * The counts of some tallies as they were at an instant, in a room that is used again.
   *
   * <p>Threads: its reader's own.
   */
  static final class Copy {
    // Only its shape is looked at, which never changes.
    private Tallies of = NONE;
    private int[] low = {};
    private int[] high = {};

    /** Copies them, which may be written meanwhile. */
    void take(Tallies tallies) {
      of = tallies;
      low = copied(tallies.low, low);
      if (tallies.high != null) {
        high = copied(tallies.high, high);
      }
    }

    private static int[] copied(int[] counts, int[] room) {
      int[] copy = room.length < counts.length ? new int[counts.length] : room;
      System.arraycopy(counts, 0, copy, 0, counts.length);
      return copy;
    }

    /** A bit for each octave in which there was a value of that distribution. */
    long octaves(Distribution distribution) {
      return of.octaves(distribution);
    }

    /** Adds the counts of one of the {@link #octaves} to eight of {@code sums}. */
    void addTo(long[] sums, int first, Distribution distribution, int octave) {
      int place = place(of.shape(distribution), octave);
      for (int i = 0; i < Buckets.PER_OCTAVE; i++) {
        long carries = of.high == null ? 0 : high[place + i];
        sums[first + i] += (carries << 32) + Integer.toUnsignedLong(low[place + i]);
      }
    }
  }
}
