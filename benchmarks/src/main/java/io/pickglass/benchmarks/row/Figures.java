package io.pickglass.benchmarks.row;

import java.util.Arrays;

/** What the repetitions of one thing have shown: the least, the middle and the greatest. */
public record Figures(double min, double median, double max) {
  /** Of these values, at least one. */
  static Figures of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Figures(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** What was measured, in that unit. */
  Figures in(Unit unit) {
    return new Figures(unit.of(min), unit.of(median), unit.of(max));
  }
}
