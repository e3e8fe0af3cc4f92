package io.pickglass.repl.expression;

import io.pickglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A number, and of what.
 *
 * @param value nanoseconds, bytes, a share of 1, or a plain number
 * @param unit null of a plain number, which may be compared with anything
 */
public record Amount(double value, @Nullable Unit unit) {
  static final Amount ZERO = new Amount(0, null);

  static Amount plain(double value) {
    return new Amount(value, null);
  }

  /** Whether both can be compared and added: what is counted, and plain numbers, fit with all. */
  boolean fits(Amount other) {
    return family() == Unit.COUNT || other.family() == Unit.COUNT || family() == other.family();
  }

  Unit family() {
    return unit == null || unit == Unit.MEAN ? Unit.COUNT : unit;
  }

  /** What a sum of both is of. */
  @Nullable Unit with(Amount other) {
    return unit == null ? other.unit : unit;
  }
}
