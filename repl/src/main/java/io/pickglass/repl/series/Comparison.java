package io.pickglass.repl.series;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import java.util.List;
import java.util.Map;

/**
 * Two stretches of time and all that is around them.
 *
 * @param a before, as one
 * @param lengthA of how many intervals
 * @param b after, as one
 * @param lengthB of how many intervals
 * @param noise how much the metrics move there by themselves
 */
public record Comparison(Interval<?> a, int lengthA, Interval<?> b, int lengthB, Noise noise) {

  /** The intervals of one of the two. */
  public record Side(List<Interval<?>> chosen, List<Interval<?>> neighbours) {}

  /** Of intervals, with the noise of their neighbours. */
  public static Comparison of(Side a, Side b) {
    return new Comparison(
        Spans.merge(a.chosen()),
        a.chosen().size(),
        Spans.merge(b.chosen()),
        b.chosen().size(),
        new Noise(List.of(a.neighbours(), b.neighbours())));
  }

  /** What a difference means. */
  public Judgement judge(Metric metric) {
    Map<Metric, Number> before = Rates.perSecond(a);
    Map<Metric, Number> after = Rates.perSecond(b);
    double change =
        after.getOrDefault(metric, 0).doubleValue() - before.getOrDefault(metric, 0).doubleValue();
    return Judgement.of(metric, change, noise.weigh(metric, a, lengthA, b, lengthB));
  }
}
