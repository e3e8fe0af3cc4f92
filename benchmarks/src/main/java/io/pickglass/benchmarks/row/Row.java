package io.pickglass.benchmarks.row;

import io.pickglass.benchmarks.run.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer.
 *
 * @param id a number as in the design, and after a dot which part of it
 * @param what is measured
 * @param aim to be reached; null for what is shown to compare with
 * @param unit of the two sides; that of a comparison follows from its kind
 * @param how it is measured, a sentence or two
 * @param curve over what it grows; null for a single point
 */
public record Row(
    String id,
    String what,
    @Nullable Aim aim,
    Unit unit,
    List<Plan> plans,
    Reading reading,
    String how,
    @Nullable Axis curve) {

  /**
   * What a curve runs over.
   *
   * @param label of the axis
   * @param points one for each plan
   */
  public record Axis(String label, List<Integer> points) {}

  /** A row that runs one plan. */
  static Row of(
      String id, String what, @Nullable Aim aim, Unit unit, Plan plan, Reading read, String how) {
    return new Row(id, what, aim, unit, List.of(plan), read, how, null);
  }

  /** Whether somebody who asks for that id means this row: itself or a part of it. */
  boolean isPartOf(String asked) {
    return id.equalsIgnoreCase(asked)
        || id.regionMatches(true, 0, asked + ".", 0, asked.length() + 1);
  }

  /** The unit of what is compared. */
  public Unit comparedUnit() {
    return reading.kind().equals("ratio") ? Unit.RATIO : unit;
  }
}
