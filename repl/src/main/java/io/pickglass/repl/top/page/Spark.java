package io.pickglass.repl.top.page;

import io.pickglass.catalog.Metric;
import io.pickglass.model.Interval;
import io.pickglass.repl.series.Numbers;
import io.pickglass.repl.view.Symbols;
import java.util.List;

/** A metric over the last minute, in one line. */
final class Spark {
  static final int MINUTE = 60;

  private Spark() {}

  /**
   * The bars, the latest at the right; each is the highest of its part of the time.
   *
   * @param intervals the oldest first
   */
  static String text(Metric metric, List<Interval<?>> intervals, int room, Symbols symbols) {
    int bars = Math.clamp(room, 1, MINUTE);
    double[] highest = new double[bars];
    double most = 0;
    for (int i = 0; i < intervals.size(); i++) {
      // Counted from the end, so that what is missing is missing at the left.
      int back = intervals.size() - 1 - i;
      int bar = bars - 1 - Math.min(bars - 1, back * bars / MINUTE);
      double value = Math.max(0, Numbers.of(intervals.get(i), metric).doubleValue());
      highest[bar] = Math.max(highest[bar], value);
      most = Math.max(most, value);
    }
    StringBuilder text = new StringBuilder();
    for (double value : highest) {
      text.append(symbols.bar(most == 0 ? 0 : value / most));
    }
    return text.toString();
  }
}
