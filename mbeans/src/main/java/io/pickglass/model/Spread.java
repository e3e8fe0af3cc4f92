package io.pickglass.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How durations are spread, in nanoseconds; percentiles are at most 6.25 % off.
 *
 * @param count how many there are; all else is 0 or empty if there are none
 * @param p10 a tenth of them is not longer than that; and so on
 * @param max the longest
 * @param upTo the buckets in which there are any: how long those in it may be
 * @param counts how many are in each of these buckets
 */
public record Spread(
    long count,
    long p10,
    long p25,
    long p50,
    long p75,
    long p90,
    long p95,
    long p99,
    long max,
    List<Long> upTo,
    List<Long> counts) {

  /** Of no durations. */
  public static final Spread NONE = of(Histogram.EMPTY, 0);

  /** What a histogram tells. */
  public static Spread of(Histogram histogram, long longest) {
    List<Long> upTo = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    long below = 0;
    for (int bucket = 0; bucket < Buckets.COUNT && below < histogram.count(); bucket++) {
      long all = histogram.countUpTo(Buckets.highest(bucket));
      if (all > below) {
        upTo.add(Buckets.highest(bucket));
        counts.add(all - below);
      }
      below = all;
    }
    return new Spread(
        histogram.count(),
        at(histogram, 0.10, longest),
        at(histogram, 0.25, longest),
        at(histogram, 0.50, longest),
        at(histogram, 0.75, longest),
        at(histogram, 0.90, longest),
        at(histogram, 0.95, longest),
        at(histogram, 0.99, longest),
        longest,
        List.copyOf(upTo),
        List.copyOf(counts));
  }

  private static long at(Histogram histogram, double share, long longest) {
    return histogram.count() == 0 ? 0 : Math.min(longest, histogram.quantile(share));
  }
}
