package io.pickglass.repl.picture;

import io.pickglass.catalog.Unit;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.repl.picture.BarChart.Bar;
import io.pickglass.repl.view.AmountText;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes charts of histograms, with so many bars that they can be taken in. */
public final class Histograms {
  private static final int MOST = 20;
  private static final int LINEAR = 12;

  private Histograms() {}

  /** Of durations; every doubling has equally many bars. */
  public static BarChart ofNanos(String title, Histogram histogram, long longest, Symbols symbols) {
    long[] array = histogram.toArray();
    if (histogram.count() == 0) {
      return new BarChart(title, "there are none", List.of());
    }
    int first = (int) array[0];
    int last = first + array.length - 2;
    int group = 1;
    while (last / group - first / group >= MOST) {
      group *= 2;
    }
    List<Bar> bars = new ArrayList<>();
    for (int bar = first / group; bar <= last / group; bar++) {
      long count = 0;
      for (int bucket = bar * group; bucket < (bar + 1) * group; bucket++) {
        count += bucket < first || bucket > last ? 0 : array[bucket - first + 1];
      }
      long highest = Buckets.highest(Math.min(Buckets.COUNT, (bar + 1) * group) - 1);
      bars.add(new Bar((symbols.hasBlocks() ? "≤ " : "<= ") + nanos(highest, symbols), count));
    }
    String facts =
        "p50 %s, p90 %s, p99 %s, p99.9 %s, longest %s"
            .formatted(
                quantile(histogram, 0.5, longest, symbols),
                quantile(histogram, 0.9, longest, symbols),
                quantile(histogram, 0.99, longest, symbols),
                quantile(histogram, 0.999, longest, symbols),
                longest < 0 ? symbols.absent() : nanos(longest, symbols));
    return new BarChart(title, facts, bars);
  }

  /** Of any values, in bars of equal width. */
  public static BarChart ofValues(String title, double[] values, Unit unit, Symbols symbols) {
    if (values.length == 0) {
      return new BarChart(title, "there are none", List.of());
    }
    double min = Arrays.stream(values).min().orElse(0);
    double max = Arrays.stream(values).max().orElse(0);
    double width = (max - min) / LINEAR;
    int count = width == 0 ? 1 : LINEAR;
    long[] counts = new long[count];
    for (double value : values) {
      counts[width == 0 ? 0 : (int) Math.min(count - 1, (value - min) / width)]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double upper = i == count - 1 ? max : min + (i + 1) * width;
      String sign = i < count - 1 ? "< " : symbols.hasBlocks() ? "≤ " : "<= ";
      bars.add(new Bar(sign + AmountText.of(upper, unit, symbols), counts[i]));
    }
    double mean = Arrays.stream(values).average().orElse(0);
    String facts =
        "least %s, mean %s, greatest %s"
            .formatted(
                AmountText.of(min, unit, symbols),
                AmountText.of(mean, unit, symbols),
                AmountText.of(max, unit, symbols));
    return new BarChart(title, facts, bars);
  }

  /** The middle of a bucket may lie above the longest; nothing was longer than that. */
  private static String quantile(Histogram histogram, double share, long longest, Symbols symbols) {
    long quantile = histogram.quantile(share);
    return nanos(longest < 0 ? quantile : Math.min(quantile, longest), symbols);
  }

  private static String nanos(long nanos, Symbols symbols) {
    return Durations.detailed(nanos, symbols);
  }
}
