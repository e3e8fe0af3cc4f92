package io.pickglass.repl.top.page;

import io.pickglass.model.Buckets;
import io.pickglass.model.Spread;
import io.pickglass.repl.top.frame.Ink;
import io.pickglass.repl.top.frame.Look;
import io.pickglass.repl.top.frame.Row;
import io.pickglass.repl.top.frame.Span;
import io.pickglass.repl.view.Durations;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A histogram of several lines, eight levels to a line; where there is a value, there is a bar. */
final class Chart {
  private static final int LINES = 4;
  private static final int MOST_BARS = 72;
  private static final int LABEL = 8;
  private static final int OUTLIER = 10;

  private Chart() {}

  static List<Row> rows(String what, Spread spread, boolean logarithmic, int width, Look look) {
    List<Row> rows = new ArrayList<>();
    int known = Math.min(spread.upTo().size(), spread.counts().size());
    if (known == 0 || width < 2 * LABEL) {
      return rows;
    }
    long[] sums = sums(spread, known, Math.min(MOST_BARS, width - LABEL - 1));
    long highest = Arrays.stream(sums).max().orElse(1);
    Symbols symbols = look.symbols();
    String scale = logarithmic ? "logarithmic" : "linear";
    rows.add(Row.EMPTY);
    rows.add(
        Row.of(
            Span.bold(what, Ink.STRONG),
            Span.of(" (%d, bars %s)".formatted(spread.count(), scale), Ink.NOTE)));
    for (int line = LINES - 1; line >= 0; line--) {
      StringBuilder text = new StringBuilder();
      String label = line == LINES - 1 ? Long.toString(highest) : line == 0 ? "0" : "";
      text.append(" ".repeat(Math.max(0, LABEL - 1 - label.length()))).append(label).append(' ');
      for (long sum : sums) {
        double share = share(sum, highest, logarithmic) * LINES - line;
        text.append(symbols.bar(Math.clamp(share, 0, 1)));
      }
      rows.add(Row.of(text.toString().stripTrailing(), Ink.PLAIN));
    }
    String least =
        Durations.brief(Buckets.lowest(Buckets.indexOf(spread.upTo().getFirst())), symbols);
    String most = Durations.brief(spread.max(), symbols);
    int room = Math.max(1, sums.length - least.length() - most.length());
    rows.add(Row.of(" ".repeat(LABEL) + least + " ".repeat(room) + most, Ink.NOTE));
    long far = outliers(spread, known);
    if (far > 0) {
      rows.add(
          Row.of(
              "%s%d %s (highest: %s), beyond ten times p90"
                  .formatted(" ".repeat(LABEL), far, far == 1 ? "outlier" : "outliers", most),
              Ink.NOTE));
    }
    return rows;
  }

  private static long outliers(Spread spread, int known) {
    long far = 0;
    for (int i = 0; i < known; i++) {
      long least = Buckets.lowest(Buckets.indexOf(spread.upTo().get(i)));
      if (spread.p90() > 0 && least / OUTLIER >= spread.p90()) {
        far += spread.counts().get(i);
      }
    }
    return far;
  }

  private static double share(long sum, long highest, boolean logarithmic) {
    return logarithmic ? Math.log1p(sum) / Math.log1p(highest) : (double) sum / highest;
  }

  /** The bars, from the least time to the longest, every doubling equally wide. */
  private static long[] sums(Spread spread, int known, int most) {
    int first = Buckets.indexOf(spread.upTo().getFirst());
    int last = Buckets.indexOf(spread.upTo().get(known - 1));
    int group = 1;
    while (last / group - first / group >= most) {
      group *= 2;
    }
    long[] sums = new long[last / group - first / group + 1];
    for (int i = 0; i < known; i++) {
      int bucket = Buckets.indexOf(spread.upTo().get(i));
      sums[Math.clamp(bucket / group - first / group, 0, sums.length - 1)] +=
          spread.counts().get(i);
    }
    return sums;
  }
}
