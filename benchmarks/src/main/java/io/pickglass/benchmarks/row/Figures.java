package io.pickglass.benchmarks.row;

import java.util.Arrays;

/** What the repetitions of one thing have shown: the least, the middle and the greatest. */
public record Figures(double min, double median, double max) {
  private static final double DOUBT = 0.05;

  /** Of these values, at least one. */
  static Figures of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Figures(sorted[0], median, sorted[sorted.length - 1]);
  }

  /**
   * The middle of these values, and two of them between which that of infinitely many lies with a
   * confidence of at least 95 %, whatever their distribution: each is above it or below it like a
   * coin that is tossed. Of fewer than six that cannot be said; then all lie between.
   */
  static Figures confident(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    // The chance that so many, and no more, are on one side; and that at most so many are.
    double exactly = Math.pow(0.5, n);
    double atMost = exactly;
    int outside = 0;
    while (2 * (atMost + exactly * (n - outside) / (outside + 1)) <= DOUBT) {
      exactly *= (double) (n - outside) / (outside + 1);
      atMost += exactly;
      outside++;
    }
    return new Figures(sorted[outside], of(values).median(), sorted[n - 1 - outside]);
  }

  /** What was measured, in that unit. */
  Figures in(Unit unit) {
    return new Figures(unit.of(min), unit.of(median), unit.of(max));
  }
}
