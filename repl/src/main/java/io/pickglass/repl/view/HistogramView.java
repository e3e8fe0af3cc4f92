package io.pickglass.repl.view;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.Interval;
import io.pickglass.model.RuntimeInterval;
import io.pickglass.model.Spread;
import io.pickglass.model.TaskInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Histograms, a line each: bars from the shortest time to the longest, every doubling of the time
 * equally wide. The highest bar is that of the most values; where there is a value, there is a bar.
 */
public final class HistogramView {
  private static final int MOST_BARS = 48;

  private HistogramView() {}

  /** The lines of those that have values. */
  public static List<Line> lines(Interval<?> interval, int width, Symbols symbols) {
    return switch (interval) {
      case TaskInterval tasks ->
          lines(Distribution.values(), tasks.metrics()::histogram, width, symbols);
      case RuntimeInterval runtime ->
          lines(RuntimeDistribution.values(), runtime.metrics()::histogram, width, symbols);
    };
  }

  private static <D extends Distributed> List<Line> lines(
      D[] distributions, Function<D, Optional<Histogram>> histograms, int width, Symbols symbols) {
    int names = Arrays.stream(distributions).mapToInt(of -> of.plural().length()).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    for (D of : distributions) {
      Optional<Histogram> histogram = histograms.apply(of).filter(h -> h.count() > 0);
      if (histogram.isPresent()) {
        String name = ("%-" + names + "s  ").formatted(of.plural());
        int room = Math.min(MOST_BARS, width - name.length());
        String text = name + text(histogram.get().toArray(), room, symbols);
        lines.add(Line.plain(symbols.fit(text, width)));
      }
    }
    return lines;
  }

  /** The lines of the polls and waits of one task. */
  static List<Line> lines(Spread polls, Spread waits, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    add(lines, "polls  ", polls, width, symbols);
    add(lines, "waits  ", waits, width, symbols);
    return lines;
  }

  private static void add(
      List<Line> lines, String name, Spread spread, int width, Symbols symbols) {
    int known = Math.min(spread.upTo().size(), spread.counts().size());
    if (known > 0) {
      int room = Math.min(MOST_BARS, width - name.length());
      lines.add(Line.plain(symbols.fit(name + text(array(spread, known), room, symbols), width)));
    }
  }

  /** As {@link Histogram#toArray} gives it: the first bucket, then the counts from it on. */
  private static long[] array(Spread spread, int known) {
    int first = Buckets.indexOf(spread.upTo().getFirst());
    int last = Buckets.indexOf(spread.upTo().get(known - 1));
    long[] array = new long[Math.max(first, last) - first + 2];
    array[0] = first;
    for (int i = 0; i < known; i++) {
      int bucket = Buckets.indexOf(spread.upTo().get(i)) - first;
      array[Math.clamp(bucket, 0, array.length - 2) + 1] += spread.counts().get(i);
    }
    return array;
  }

  /** The bars between the least and the greatest time, of so many characters if they can be few. */
  private static String text(long[] array, int room, Symbols symbols) {
    int first = (int) array[0];
    int last = first + array.length - 2;
    String least = Durations.brief(Buckets.lowest(first), symbols) + " ";
    String greatest = " " + Durations.brief(Buckets.highest(last), symbols);
    int most = Math.max(1, room - least.length() - greatest.length());
    int group = 1;
    while (last / group - first / group >= most && group < Buckets.COUNT) {
      group *= 2;
    }
    long[] sums = new long[last / group - first / group + 1];
    for (int bucket = first; bucket <= last; bucket++) {
      sums[bucket / group - first / group] += array[bucket - first + 1];
    }
    long highest = Arrays.stream(sums).max().orElse(1);
    StringBuilder bars = new StringBuilder(least);
    for (long sum : sums) {
      bars.append(symbols.bar((double) sum / highest));
    }
    return bars.append(greatest).toString();
  }
}
