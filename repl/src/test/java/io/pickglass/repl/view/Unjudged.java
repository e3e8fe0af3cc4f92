package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.series.Noise.Weight;

/** For tests in which it does not matter what a difference means. */
final class Unjudged {
  private Unjudged() {}

  static Judgement judge(Metric metric) {
    return Judgement.of(metric, 0, Weight.UNKNOWN);
  }
}
