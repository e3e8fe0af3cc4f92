package io.pickglass.repl.picture;

import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import io.pickglass.repl.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A histogram, a line for each bucket, the least values first.
 *
 * @param title what was counted
 * @param facts what else is known: percentiles, the greatest
 * @param bars the buckets
 */
public record BarChart(String title, String facts, List<Bar> bars) implements Picture {
  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

  /** A bucket: what is in it, and how many. */
  public record Bar(String label, long count) {}

  long highest() {
    return bars.stream().mapToLong(Bar::count).max().orElse(0);
  }

  long sum() {
    return bars.stream().mapToLong(Bar::count).sum();
  }

  @Override
  public List<Line> lines(int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.header(symbols.fit(title, width)));
    int labels = bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
    int counts = bars.stream().mapToInt(bar -> count(bar).length()).max().orElse(0);
    int room = Math.clamp((long) width - labels - counts - 12, 1, 60);
    for (Bar bar : bars) {
      String text =
          ("%" + Math.max(1, labels) + "s %s %s  %" + Math.max(1, counts) + "s %6s")
              .formatted(
                  bar.label(),
                  symbols.hasBlocks() ? "│" : "|",
                  padded(bar(bar.count(), room, symbols), room),
                  count(bar),
                  Values.percent(sum() == 0 ? 0 : (double) bar.count() / sum(), 1));
      lines.add(Line.plain(symbols.fit(text, width)));
    }
    if (!facts.isEmpty()) {
      lines.add(Line.note(symbols.fit(facts, width)));
    }
    return lines;
  }

  private static String count(Bar bar) {
    return String.format(Locale.ROOT, "%,d", bar.count());
  }

  private static String padded(String bar, int room) {
    return bar + " ".repeat(Math.max(0, room - bar.length()));
  }

  /** Where there is a value there is a bar. */
  private String bar(long count, int room, Symbols symbols) {
    if (count == 0) {
      return "";
    }
    double length = (double) count / highest() * room;
    if (!symbols.hasBlocks()) {
      return "#".repeat(Math.max(1, (int) Math.round(length)));
    }
    int eighths = Math.max(1, (int) Math.round(length * 8));
    int rest = eighths % 8;
    return "█".repeat(eighths / 8) + (rest == 0 ? "" : EIGHTHS.charAt(rest - 1));
  }

  @Override
  public String svg() {
    return SvgCharts.of(this);
  }
}
