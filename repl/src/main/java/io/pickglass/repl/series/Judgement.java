package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.repl.series.Noise.Weight;

/**
 * What a difference means.
 *
 * @param direction by the metric's own meaning
 * @param weight whether it says something at all
 */
public record Judgement(Direction direction, Weight weight) {
  /** Which way it went. */
  public enum Direction {
    /** As it should. */
    BETTER,
    /** As it should not. */
    WORSE,
    /** It changed, and of this metric alone nobody can say whether that is good. */
    NEUTRAL,
    /** It did not change. */
    SAME
  }

  /** Of a change of that metric; of what adds up the change per second counts. */
  public static Judgement of(Metric metric, double change, Weight weight) {
    Direction direction =
        change == 0
            ? Direction.SAME
            : switch (metric.better()) {
              case LOWER -> change < 0 ? Direction.BETTER : Direction.WORSE;
              case HIGHER -> change > 0 ? Direction.BETTER : Direction.WORSE;
              case NEITHER -> Direction.NEUTRAL;
            };
    return new Judgement(direction, weight);
  }

  /** Whether there is something to say. */
  public boolean isSignificant() {
    return weight == Weight.SIGNIFICANT && direction != Direction.SAME;
  }

  /** In a word: {@code worse}; {@code worse?} where too few intervals tell; {@code noise}. */
  public String word() {
    if (direction == Direction.SAME) {
      return "";
    }
    return switch (weight) {
      case NOISE -> "noise";
      case SIGNIFICANT -> direction == Direction.NEUTRAL ? "changed" : lower();
      case UNKNOWN -> direction == Direction.NEUTRAL ? "" : lower() + "?";
    };
  }

  private String lower() {
    return direction == Direction.BETTER ? "better" : "worse";
  }
}
