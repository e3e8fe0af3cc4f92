package io.pickglass.benchmarks.report;

import io.pickglass.benchmarks.row.Figures;
import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Result.Point;
import io.pickglass.benchmarks.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A curve as SVG: both sides, with a bar from the least to the greatest repetition. */
final class Chart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 340;
  private static final int LEFT = 70;
  private static final int RIGHT = 100;
  private static final int TOP = 40;
  private static final int BOTTOM = 60;
  private static final int LINES = 5;

  private final Result result;
  private final double most;

  private Chart(Result result) {
    this.result = result;
    this.most =
        rounded(
            result.curve().stream()
                .mapToDouble(point -> Math.max(point.plain().max(), point.watched().max()))
                .max()
                .orElse(1));
  }

  static String svg(Result result) {
    Chart chart = new Chart(result);
    List<String> lines = new ArrayList<>();
    lines.add(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"13\">")
            .formatted(WIDTH, HEIGHT));
    lines.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    lines.addAll(chart.axes());
    lines.addAll(chart.side("plain", "#6b7280", Point::plain));
    lines.addAll(chart.side("watched", "#b45309", Point::watched));
    lines.add("</svg>\n");
    return String.join("\n", lines);
  }

  private List<String> axes() {
    List<String> lines = new ArrayList<>();
    Row row = result.row();
    lines.add(
        text(LEFT, TOP - 18, "start", "%s · %s per poll".formatted(row.id(), row.unit().symbol())));
    for (int i = 0; i <= LINES; i++) {
      double value = most * i / LINES;
      lines.add(
          "<path d=\"M%d %.1f H%d\" stroke=\"#e5e7eb\"/>".formatted(LEFT, y(value), WIDTH - RIGHT));
      lines.add(text(LEFT - 8, y(value) + 4, "end", "%,.0f".formatted(value)));
    }
    for (Point point : result.curve()) {
      lines.add(text(x(point.at()), HEIGHT - BOTTOM + 20, "middle", "%,d".formatted(point.at())));
    }
    Row.Axis axis = row.curve();
    if (axis != null) {
      lines.add(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", axis.label()));
    }
    return lines;
  }

  private List<String> side(String name, String colour, Function<Point, Figures> of) {
    List<String> lines = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (Point point : result.curve()) {
      double x = x(point.at());
      Figures figures = of.apply(point);
      path.append("%s%.1f %.1f".formatted(path.isEmpty() ? "M" : " L", x, y(figures.median())));
      lines.add(
          "<path d=\"M%.1f %.1f V%.1f\" stroke=\"%s\"/>"
              .formatted(x, y(figures.min()), y(figures.max()), colour));
      lines.add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>"
              .formatted(x, y(figures.median()), colour));
    }
    lines.add("<path d=\"%s\" fill=\"none\" stroke=\"%s\"/>".formatted(path, colour));
    double end = y(of.apply(result.curve().getLast()).median());
    lines.add(text(WIDTH - RIGHT + 12, end + 4, "start", name));
    return lines;
  }

  private static String text(double x, double y, String anchor, String text) {
    return "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, text);
  }

  // Logarithmic: each point is several times the one before.
  private double x(int at) {
    double first = Math.log(result.curve().getFirst().at());
    double last = Math.log(result.curve().getLast().at());
    return LEFT + (WIDTH - LEFT - RIGHT) * (Math.log(at) - first) / (last - first);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most;
  }

  /** The next number that five lines divide well. */
  private static double rounded(double most) {
    double step = Math.pow(10, Math.floor(Math.log10(most / LINES)));
    for (double factor : new double[] {1, 2, 5}) {
      if (most <= LINES * step * factor) {
        return LINES * step * factor;
      }
    }
    return LINES * step * 10;
  }
}
