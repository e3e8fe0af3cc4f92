package io.pickglass.repl.picture;

import io.pickglass.catalog.Unit;

/** Round numbers for axes. */
final class Scale {
  private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  private Scale() {}

  /** The next round number above; 1 of 0, and 100 % of a share that is near it. */
  static double roundUp(double max, Unit unit) {
    if (!(max > 0) || Double.isInfinite(max)) {
      return unit == Unit.RATIO ? 0.01 : 1;
    }
    if (unit == Unit.RATIO && max > 0.8 && max <= 1) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(max)));
    for (double step : STEPS) {
      if (max <= step * power * (1 + 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
