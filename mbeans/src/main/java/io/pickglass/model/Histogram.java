package io.pickglass.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many values fell into each of the {@link Buckets}. Immutable; equal when all counts are
 * equal. Histograms of two stretches of time add up to that of both, and so their quantiles are
 * true, which a mean of two quantiles is not.
 */
public final class Histogram {
  /** Of no values. */
  public static final Histogram EMPTY = new Histogram(new long[0]);

  // One entry for each bucket that is not empty, in the order of the buckets: the bucket above, its
  // count below. An interval fills a dozen or two of 448 buckets, and 120 intervals are kept.
  private static final int COUNT_BITS = 54;
  private static final long MAX_COUNT = (1L << COUNT_BITS) - 1;

  private final long[] entries;

  private Histogram(long[] entries) {
    this.entries = entries;
  }

  /**
   * The histogram of these counts.
   *
   * @param first the bucket of the first of them, the others follow; none may be below zero
   */
  public static Histogram of(int first, long[] counts) {
    long[] entries = new long[counts.length];
    int size = 0;
    for (int i = 0; i < counts.length; i++) {
      size = append(entries, size, first + i, counts[i]);
    }
    return trimmed(entries, size);
  }

  private static Histogram trimmed(long[] entries, int size) {
    return size == 0 ? EMPTY : new Histogram(Arrays.copyOf(entries, size));
  }

  private static int append(long[] entries, int size, int bucket, long count) {
    if (count <= 0) {
      return size;
    }
    entries[size] = (long) bucket << COUNT_BITS | Math.min(count, MAX_COUNT);
    return size + 1;
  }

  private static int bucket(long entry) {
    return (int) (entry >>> COUNT_BITS);
  }

  private static long count(long entry) {
    return entry & MAX_COUNT;
  }

  /** How many values. */
  public long count() {
    long sum = 0;
    for (long entry : entries) {
      sum += count(entry);
    }
    return sum;
  }

  /** How many values in buckets that hold nothing above {@code limit}. */
  public long countUpTo(long limit) {
    long sum = 0;
    for (long entry : entries) {
      if (Buckets.highest(bucket(entry)) <= limit) {
        sum += count(entry);
      }
    }
    return sum;
  }

  /**
   * The value that this share of all values does not exceed, at most 6.25 % off; 0 without values.
   *
   * @param share from 0, the least value, to 1, the greatest
   */
  public long quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count()));
    long sum = 0;
    for (long entry : entries) {
      sum += count(entry);
      if (sum >= rank) {
        return Buckets.middle(bucket(entry));
      }
    }
    return entries.length == 0 ? 0 : Buckets.middle(bucket(entries[entries.length - 1]));
  }

  /** The values of both. */
  public Histogram plus(Histogram other) {
    long[] all = new long[entries.length + other.entries.length];
    int size = 0;
    for (int i = 0, j = 0; i < entries.length || j < other.entries.length; ) {
      int mine = i < entries.length ? bucket(entries[i]) : Buckets.COUNT;
      int others = j < other.entries.length ? bucket(other.entries[j]) : Buckets.COUNT;
      long a = mine <= others ? count(entries[i++]) : 0;
      long b = others <= mine ? count(other.entries[j++]) : 0;
      size = append(all, size, Math.min(mine, others), a + b);
    }
    return trimmed(all, size);
  }

  /** The values of this one that are not among those of an earlier one; never fewer than none. */
  public Histogram minus(Histogram earlier) {
    Builder rest = new Builder();
    int j = 0;
    for (long entry : entries) {
      while (j < earlier.entries.length && bucket(earlier.entries[j]) < bucket(entry)) {
        j++;
      }
      boolean same = j < earlier.entries.length && bucket(earlier.entries[j]) == bucket(entry);
      rest.add(bucket(entry), count(entry) - (same ? count(earlier.entries[j]) : 0));
    }
    return rest.build();
  }

  /** Appends this histogram; {@link #from} reads it. */
  void putInto(Packed packed) {
    putInto(packed, entries, entries.length);
  }

  private static void putInto(Packed packed, long[] entries, int size) {
    packed.put(size);
    int before = 0;
    for (int i = 0; i < size; i++) {
      int bucket = bucket(entries[i]);
      packed.put(bucket - before);
      packed.put(count(entries[i]));
      before = bucket;
    }
  }

  static Histogram from(Packed packed) {
    int length = (int) packed.get();
    if (length == 0) {
      return EMPTY;
    }
    long[] entries = new long[length];
    long bucket = 0;
    for (int i = 0; i < length; i++) {
      bucket += packed.get();
      entries[i] = bucket << COUNT_BITS | packed.get();
    }
    return new Histogram(entries);
  }

  /** The first bucket that is not empty, then its count and those of all buckets up to the last. */
  public long[] toArray() {
    if (entries.length == 0) {
      return new long[0];
    }
    int first = bucket(entries[0]);
    long[] array = new long[bucket(entries[entries.length - 1]) - first + 2];
    array[0] = first;
    for (long entry : entries) {
      array[bucket(entry) - first + 1] = count(entry);
    }
    return array;
  }

  /** The histogram of which that is the {@linkplain #toArray array}; empty if it is none. */
  public static Optional<Histogram> fromArray(long[] array) {
    if (array.length == 0) {
      return Optional.of(EMPTY);
    }
    long[] counts = Arrays.copyOfRange(array, 1, array.length);
    boolean fits = array[0] >= 0 && array[0] <= Buckets.COUNT - counts.length;
    return fits && Arrays.stream(counts).allMatch(count -> count >= 0)
        ? Optional.of(of((int) array[0], counts))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  /** The first bucket and the counts from there. */
  @Override
  public String toString() {
    return "Histogram" + Arrays.toString(toArray());
  }

  /** Collects counts in the order of their buckets. Used by one thread, again and again. */
  public static final class Builder {
    private long[] entries = new long[Buckets.PER_OCTAVE];
    private int size;

    /** As if it were new. */
    public Builder clear() {
      size = 0;
      return this;
    }

    /** So many values in that bucket, if any: a count below 1 is none. */
    public void add(int bucket, long count) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size] = (long) bucket << COUNT_BITS | Math.min(count, MAX_COUNT);
      // One more if there are values. In which buckets is anybody's guess, and so no branch.
      size += (int) (-count >>> 63);
    }

    Builder add(Histogram histogram) {
      for (long entry : histogram.entries) {
        add(bucket(entry), count(entry));
      }
      return this;
    }

    /** The histogram. */
    public Histogram build() {
      return trimmed(entries, size);
    }

    /** Appends the histogram that {@link #build} would give. */
    void putInto(Packed packed) {
      Histogram.putInto(packed, entries, size);
    }
  }
}
