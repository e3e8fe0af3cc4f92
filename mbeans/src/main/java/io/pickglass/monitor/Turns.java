package io.pickglass.monitor;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How long the polls of one worker were and how long their tasks had waited for them: its
 * histograms, in an array and not in an object of ours, because it hangs on a thread of the
 * application. Only octaves in which there was a value have room; for more of them another array
 * takes its place.
 *
 * <p>Threads: the worker writes, anybody reads; each count is as of its own instant.
 */
public final class Turns {
  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);

  // A cache line before the first count, against the neighbour on the heap; at its end the shapes.
  // By distribution: below, a bit for each octave that has room; above, how many octaves the
  // distributions before it have.
  private static final int COUNTS = 8;
  private static final int SHAPES = COUNTS - RuntimeDistribution.COUNT;
  private static final int START_BITS = 56;
  private static final long OCTAVES = (1L << START_BITS) - 1;

  private static final VarHandle NOW = MethodHandles.arrayElementVarHandle(long[][].class);

  private Turns() {}

  /** Of nothing. */
  public static long[] none() {
    return new long[COUNTS];
  }

  /** A place for the turns of a worker, which has done nothing by now. */
  static long[][] place() {
    return new long[][] {none()};
  }

  /** The turns that are in that place now; for anybody to read. */
  public static long[] in(long[][] place) {
    return (long[]) NOW.getAcquire(place, 0);
  }

  /** One value more for the worker of that place, the caller; what is below zero is none. */
  static void add(long[][] place, RuntimeDistribution of, long nanos) {
    long[] known = place[0];
    long[] next = plus(known, of, nanos);
    if (next != known) {
      NOW.setRelease(place, 0, next);
    }
  }

  /**
   * One value more; what is below zero is none.
   *
   * @return the same array, or the one that takes its place
   */
  static long[] plus(long[] turns, RuntimeDistribution of, long nanos) {
    if (nanos < 0) {
      return turns;
    }
    int bucket = Buckets.indexOf(nanos);
    int octave = bucket >> Buckets.PER_OCTAVE_BITS;
    long shape = turns[SHAPES + of.ordinal()];
    if ((shape & 1L << octave) == 0) {
      try {
        return plus(grown(turns, of.ordinal(), octave), of, nanos);
      } catch (OutOfMemoryError e) {
        // The histogram lacks a value; what else is noted of the poll must not be lacking.
        return turns;
      }
    }
    int place = place(shape, octave) + (bucket & (Buckets.PER_OCTAVE - 1));
    AT.setOpaque(turns, place, turns[place] + 1);
    return turns;
  }

  private static int place(long shape, int octave) {
    int before = Long.bitCount(shape & ((1L << octave) - 1));
    return COUNTS + (((int) (shape >>> START_BITS) + before) << Buckets.PER_OCTAVE_BITS);
  }

  private static long[] grown(long[] turns, int of, int octave) {
    int place = place(turns[SHAPES + of], octave);
    long[] wider = new long[turns.length + Buckets.PER_OCTAVE];
    System.arraycopy(turns, 0, wider, 0, place);
    System.arraycopy(turns, place, wider, place + Buckets.PER_OCTAVE, turns.length - place);
    wider[SHAPES + of] |= 1L << octave;
    for (int i = of + 1; i < RuntimeDistribution.COUNT; i++) {
      wider[SHAPES + i] += 1L << START_BITS;
    }
    return wider;
  }

  /**
   * Adds those of a worker, which may be written meanwhile.
   *
   * @param sums the caller's own
   * @return the same sums, or the array that takes their place
   */
  public static long[] sum(long[] sums, long[] turns) {
    long[] all = sums;
    for (int of = 0; of < RuntimeDistribution.COUNT; of++) {
      long shape = turns[SHAPES + of];
      int from = place(shape, 0);
      for (long left = shape & OCTAVES; left != 0; left &= left - 1) {
        int octave = Long.numberOfTrailingZeros(left);
        if ((all[SHAPES + of] & 1L << octave) == 0) {
          all = grown(all, of, octave);
        }
        int into = place(all[SHAPES + of], octave);
        for (int i = 0; i < Buckets.PER_OCTAVE; i++) {
          all[into++] += (long) AT.getOpaque(turns, from++);
        }
      }
    }
    return all;
  }

  /** What has come since earlier sums; nobody writes either meanwhile. */
  public static Histogram since(long[] earlier, long[] sums, RuntimeDistribution of) {
    if (earlier == sums) {
      return Histogram.EMPTY;
    }
    Histogram.Builder histogram = new Histogram.Builder();
    long shape = sums[SHAPES + of.ordinal()];
    long known = earlier[SHAPES + of.ordinal()];
    int place = place(shape, 0);
    for (long left = shape & OCTAVES; left != 0; left &= left - 1) {
      int octave = Long.numberOfTrailingZeros(left);
      boolean isNew = (known & 1L << octave) == 0;
      int then = place(known, octave);
      for (int i = 0; i < Buckets.PER_OCTAVE; i++) {
        int bucket = (octave << Buckets.PER_OCTAVE_BITS) + i;
        histogram.add(bucket, sums[place++] - (isNew ? 0 : earlier[then + i]));
      }
    }
    return histogram.build();
  }
}
