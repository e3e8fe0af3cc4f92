package io.pickglass.repl.picture;

import io.pickglass.catalog.Unit;
import io.pickglass.repl.view.AmountText;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a metric went, one chart for each series; all have the same axes, so that they can be
 * compared.
 *
 * @param title what is drawn
 * @param unit of the values
 * @param begin the text at the left end of the time axis
 * @param end the text at its right end
 * @param series one or more
 * @param sparklines whether each is a single line
 */
public record LineChart(
    String title, Unit unit, String begin, String end, List<Series> series, boolean sparklines)
    implements Picture {
  private static final int TALL = 10;
  private static final int LOW = 5;

  // A pipe is as wide as one likes.
  private static final int WIDEST = 120;

  /**
   * Values at equal distances.
   *
   * @param values NaN where there is none
   */
  public record Series(String name, double[] values) {
    double max() {
      return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    double min() {
      return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(0);
    }

    double last() {
      return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
  }

  /** The upper end of the scale: a round number, never 0. */
  double top() {
    double max = series.stream().mapToDouble(Series::max).max().orElse(0);
    return Scale.roundUp(max, unit);
  }

  @Override
  public List<Line> lines(int width, Symbols symbols) {
    return drawn(Math.min(width, WIDEST), symbols);
  }

  private List<Line> drawn(int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.header(symbols.fit(title, width)));
    if (sparklines) {
      lines.addAll(Sparklines.lines(this, width, symbols));
      return lines;
    }
    int height = series.size() == 1 ? TALL : LOW;
    int labels =
        Math.max(label(top(), symbols).length(), Math.max(1, label(top() / 2, symbols).length()));
    for (Series one : series) {
      if (series.size() > 1) {
        lines.add(Line.note(symbols.fit(one.name(), width)));
      }
      lines.addAll(chart(one, labels, height, width, symbols));
    }
    return lines;
  }

  private List<Line> chart(Series one, int labels, int height, int width, Symbols symbols) {
    int room = Math.max(1, width - labels - 2);
    String[] rows = Canvas.draw(one.values(), top(), room, height, symbols);
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      boolean ticked = row == 0 || row == height / 2;
      String text = ticked ? label(top() * (height - row) / height, symbols) : "";
      String line =
          " ".repeat(Math.max(0, labels - text.length()))
              + text
              + axis(symbols, ticked)
              + rows[row];
      lines.add(Line.plain(symbols.fit(line, width)));
    }
    String zero = " ".repeat(Math.max(0, labels - 1)) + "0" + (symbols.hasBlocks() ? " └" : " +");
    lines.add(
        Line.plain(symbols.fit(zero + (symbols.hasBlocks() ? "─" : "-").repeat(room), width)));
    String gap = " ".repeat(Math.max(1, room - begin.length() - end.length()));
    lines.add(Line.note(symbols.fit(" ".repeat(labels + 2) + begin + gap + end, width)));
    return lines;
  }

  private static String axis(Symbols symbols, boolean ticked) {
    if (!symbols.hasBlocks()) {
      return ticked ? " +" : " |";
    }
    return ticked ? " ┤" : " │";
  }

  String label(double value, Symbols symbols) {
    return AmountText.brief(value, unit, symbols);
  }

  @Override
  public String svg() {
    return SvgCharts.of(this);
  }
}
