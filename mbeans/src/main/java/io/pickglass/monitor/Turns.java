package io.pickglass.monitor;

import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * How long the polls of one worker were and how long their tasks had waited for them: its
 * histograms, as arrays and not as an object of ours, because they hang on threads of the
 * application. Only octaves in which there was a value have room.
 *
 * <p>Threads: the worker writes, anybody reads; each count is as of its own instant.
 */
public final class Turns {
  private static final VarHandle ROW = MethodHandles.arrayElementVarHandle(long[][].class);
  private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);

  private Turns() {}

  /** Of a worker that has done nothing by now. */
  public static long[][] none() {
    return new long[RuntimeDistribution.COUNT * Buckets.OCTAVES][];
  }

  /** One value more; what is below zero is none. */
  static void add(long[][] turns, RuntimeDistribution of, long nanos) {
    if (nanos >= 0) {
      int bucket = Buckets.indexOf(nanos);
      int row = of.ordinal() * Buckets.OCTAVES + (bucket >> Buckets.PER_OCTAVE_BITS);
      long[] counts = turns[row];
      if (counts == null) {
        counts = new long[Buckets.PER_OCTAVE];
        ROW.setRelease(turns, row, counts);
      }
      int place = bucket & (Buckets.PER_OCTAVE - 1);
      AT.setOpaque(counts, place, counts[place] + 1);
    }
  }

  /** Makes all counts 0, and keeps their room. */
  public static void clear(long[][] sums) {
    for (long[] counts : sums) {
      if (counts != null) {
        Arrays.fill(counts, 0);
      }
    }
  }

  /**
   * Adds those of a worker, which may be written meanwhile.
   *
   * @param sums the caller's own
   * @param times so many times; -1 takes them away
   */
  public static void add(long[][] sums, long[][] turns, int times) {
    for (int row = 0; row < turns.length; row++) {
      long[] counts = (long[]) ROW.getAcquire(turns, row);
      if (counts != null) {
        long[] into = sums[row];
        if (into == null) {
          into = sums[row] = new long[Buckets.PER_OCTAVE];
        }
        for (int i = 0; i < counts.length; i++) {
          into[i] += times * (long) AT.getOpaque(counts, i);
        }
      }
    }
  }

  /** The histogram of sums, which nobody writes meanwhile. */
  public static Histogram histogram(long[][] sums, RuntimeDistribution of) {
    Histogram.Builder histogram = new Histogram.Builder();
    for (int octave = 0; octave < Buckets.OCTAVES; octave++) {
      long[] counts = sums[of.ordinal() * Buckets.OCTAVES + octave];
      if (counts != null) {
        for (int i = 0; i < counts.length; i++) {
          histogram.add((octave << Buckets.PER_OCTAVE_BITS) + i, counts[i]);
        }
      }
    }
    return histogram.build();
  }
}
