package io.pickglass.benchmarks.row;

/**
 * What a row shall reach.
 *
 * @param atMost whether less is better
 * @param limit in the row's unit
 */
public record Aim(boolean atMost, double limit) {
  /** At most so much. */
  public static Aim atMost(double limit) {
    return new Aim(true, limit);
  }

  /** At least so much. */
  public static Aim atLeast(double limit) {
    return new Aim(false, limit);
  }

  /** Whether a figure reaches it. */
  public boolean isMet(double figure) {
    return atMost ? figure <= limit : figure >= limit;
  }

  /** With the sign in front. */
  public String text(Unit unit) {
    return (atMost ? "≤ " : "≥ ") + unit.text(limit);
  }
}
