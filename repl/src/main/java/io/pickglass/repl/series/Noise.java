package io.pickglass.repl.series;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much metrics move from one interval to the next by themselves, and so which differences say
 * something.
 *
 * <p>The variance of one interval is half the mean square of the steps between neighbours, which a
 * slow drift does not enlarge. A difference of means of n and m intervals is beyond the noise if it
 * is more than three times the root of variance × (1/n + 1/m); of what is a maximum or a level, n
 * and m count as 1. Fewer than {@value #ENOUGH} steps tell nothing.
 */
public final class Noise {
  /** So many steps are needed. */
  public static final int ENOUGH = 8;

  private static final double SIGMAS = 3;

  /** What is known of a difference. */
  public enum Weight {
    /** It is more than what happens anyway. */
    SIGNIFICANT,
    /** It is what happens anyway. */
    NOISE,
    /** There are too few intervals to say. */
    UNKNOWN
  }

  private final List<List<Map<Metric, Number>>> stretches = new ArrayList<>();

  /** Of stretches of consecutive intervals; between two of them there is no step. */
  public Noise(List<? extends List<? extends Interval<?>>> neighbours) {
    for (List<? extends Interval<?>> stretch : neighbours) {
      List<Map<Metric, Number>> values = new ArrayList<>();
      stretch.forEach(interval -> values.add(Rates.perSecond(interval)));
      stretches.add(values);
    }
  }

  /** Whether a difference between two sums of so many intervals says something. */
  public Weight weigh(Metric metric, Interval<?> a, int lengthA, Interval<?> b, int lengthB) {
    double sum = 0;
    int steps = 0;
    for (List<Map<Metric, Number>> stretch : stretches) {
      for (int i = 1; i < stretch.size(); i++) {
        double step = value(stretch.get(i), metric) - value(stretch.get(i - 1), metric);
        sum += step * step;
        steps++;
      }
    }
    if (steps < ENOUGH) {
      return Weight.UNKNOWN;
    }
    boolean isMean = metric.addsUp() || metric.kind() == Kind.DERIVED;
    double share = isMean ? 1.0 / lengthA + 1.0 / lengthB : 2;
    double error = Math.sqrt(sum / steps / 2 * share);
    double change = value(Rates.perSecond(b), metric) - value(Rates.perSecond(a), metric);
    return Math.abs(change) > SIGMAS * error ? Weight.SIGNIFICANT : Weight.NOISE;
  }

  private static double value(Map<Metric, Number> values, Metric metric) {
    return values.getOrDefault(metric, 0).doubleValue();
  }
}
