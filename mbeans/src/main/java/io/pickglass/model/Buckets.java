package io.pickglass.model;

/**
 * The buckets of all histograms: eight of equal width for each octave, so that a value is at most
 * 6.25 % off the middle of its bucket. Values below {@value #PER_OCTAVE} have a bucket each.
 *
 * <pre>
 *   bucket    0 … 7    8 … 15    16         17         …   447
 *   values    0 … 7    8 … 15    16 to 17   18 to 19   …   15 · 2^54 to 2^58 − 1
 * </pre>
 */
public final class Buckets {
  /** Buckets in an octave. */
  public static final int PER_OCTAVE = 8;

  /** The binary logarithm of {@link #PER_OCTAVE}. */
  public static final int PER_OCTAVE_BITS = 3;

  /** Octaves, the exact values below {@value #PER_OCTAVE} being the first. */
  public static final int OCTAVES = 56;

  /** All buckets. */
  public static final int COUNT = OCTAVES * PER_OCTAVE;

  /** The greatest value that is told from greater ones; in nanoseconds, nine years. */
  public static final long MAX_VALUE = (1L << 58) - 1;

  private Buckets() {}

  /** The bucket of a value: below zero the first, beyond {@link #MAX_VALUE} the last. */
  public static int indexOf(long value) {
    if (value < PER_OCTAVE) {
      return value < 0 ? 0 : (int) value;
    }
    if (value > MAX_VALUE) {
      return COUNT - 1;
    }
    int shift = 63 - PER_OCTAVE_BITS - Long.numberOfLeadingZeros(value);
    // The leading one bit adds the eight that the first octave, which has none, is short of.
    return (shift << PER_OCTAVE_BITS) + (int) (value >>> shift);
  }

  /** The least value of a bucket. */
  public static long lowest(int bucket) {
    if (bucket < PER_OCTAVE) {
      return bucket;
    }
    long leading = PER_OCTAVE | (bucket & (PER_OCTAVE - 1));
    return leading << shift(bucket);
  }

  /** The greatest value of a bucket. */
  public static long highest(int bucket) {
    return lowest(bucket) + width(bucket) - 1;
  }

  /** The value that stands for all of a bucket. */
  public static long middle(int bucket) {
    return lowest(bucket) + width(bucket) / 2;
  }

  private static long width(int bucket) {
    return 1L << shift(bucket);
  }

  private static int shift(int bucket) {
    return Math.max(0, (bucket >> PER_OCTAVE_BITS) - 1);
  }
}
