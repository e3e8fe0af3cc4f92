package io.pickglass.repl.view;

import io.pickglass.catalog.Distribution;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.model.TaskMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Histograms, a line each: bars from the shortest time to the longest, every doubling of the time
 * equally wide. The highest bar is that of the most values; where there is a value, there is a bar.
 */
public final class HistogramView {
  private static final int MOST_BARS = 48;

  private HistogramView() {}

  /** The lines of those that have values. */
  public static List<Line> lines(TaskMetrics metrics, int width, Symbols symbols) {
    int names =
        Arrays.stream(Distribution.values()).mapToInt(of -> of.plural().length()).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    for (Distribution of : Distribution.values()) {
      Optional<Histogram> histogram = metrics.histogram(of).filter(h -> h.count() > 0);
      if (histogram.isPresent()) {
        String name = ("%-" + names + "s  ").formatted(of.plural());
        int room = Math.min(MOST_BARS, width - name.length());
        String text = name + text(histogram.get().toArray(), room, symbols);
        lines.add(Line.plain(symbols.fit(text, width)));
      }
    }
    return lines;
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
