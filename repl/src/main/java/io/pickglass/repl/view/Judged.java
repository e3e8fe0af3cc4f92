package io.pickglass.repl.view;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Judgement;
import io.pickglass.repl.series.Noise.Weight;
import java.util.function.Function;

/** Judges differences of what was measured on both sides. */
public final class Judged {
  private Judged() {}

  /** A mean of nothing is neither better nor worse than any other. */
  public static Judgement of(
      Interval<?> a, Interval<?> b, Metric metric, Function<Metric, Judgement> otherwise) {
    return Sampled.isOfNothing(metric, a) || Sampled.isOfNothing(metric, b)
        ? new Judgement(Judgement.Direction.NEUTRAL, Weight.UNKNOWN)
        : otherwise.apply(metric);
  }
}
