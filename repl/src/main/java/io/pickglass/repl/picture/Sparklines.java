package io.pickglass.repl.picture;

import io.pickglass.repl.picture.LineChart.Series;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line for each series: its name, its way as bars, its least, greatest and last value. */
final class Sparklines {
  private Sparklines() {}

  static List<Line> lines(LineChart chart, int width, Symbols symbols) {
    int names = chart.series().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    for (Series one : chart.series()) {
      boolean none = Arrays.stream(one.values()).allMatch(Double::isNaN);
      String numbers =
          none
              ? "  " + symbols.absent()
              : "  %s to %s, last %s"
                  .formatted(
                      chart.label(one.min(), symbols),
                      chart.label(one.max(), symbols),
                      Double.isNaN(one.last())
                          ? symbols.absent()
                          : chart.label(one.last(), symbols));
      String name = one.name() + " ".repeat(names - one.name().length()) + "  ";
      int room =
          Math.min(one.values().length, Math.max(1, width - name.length() - numbers.length()));
      StringBuilder bars = new StringBuilder();
      for (double value : Canvas.spread(one.values(), room)) {
        bars.append(Double.isNaN(value) ? ' ' : symbols.bar(value / chart.top()));
      }
      lines.add(Line.plain(symbols.fit(name + bars + numbers, width)));
    }
    return lines;
  }
}
