package io.pickglass.repl.picture;

import io.pickglass.repl.picture.BarChart.Bar;
import io.pickglass.repl.picture.LineChart.Series;
import io.pickglass.repl.view.Symbols;
import java.util.Locale;

/** The same pictures as files for a report: no scripts, no fonts, nothing from elsewhere. */
final class SvgCharts {
  private static final int WIDTH = 800;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int HEAD = 30;
  private static final int PLOT = 180;
  private static final int FOOT = 45;
  private static final int BAR = 18;

  private SvgCharts() {}

  static String of(LineChart chart) {
    int each = PLOT + FOOT;
    StringBuilder svg = begin(HEAD + each * Math.max(1, chart.series().size()), chart.title());
    int y = HEAD;
    for (Series series : chart.series()) {
      plot(svg, chart, series, y + 15);
      y += each;
    }
    return end(svg);
  }

  private static void plot(StringBuilder svg, LineChart chart, Series series, int top) {
    int height = PLOT - 15;
    text(svg, LEFT, top - 3, "start", series.name());
    for (int i = 0; i <= 4; i++) {
      double y = top + height * i / 4.0;
      line(svg, LEFT, y, WIDTH - RIGHT, y, i == 4 ? "#444" : "#ddd");
      String label = chart.label(chart.top() * (4 - i) / 4, Symbols.UNICODE);
      text(svg, LEFT - 6, y + 4, "end", i == 4 ? "0" : label);
    }
    text(svg, LEFT, top + height + 16, "start", chart.begin());
    text(svg, WIDTH - RIGHT, top + height + 16, "end", chart.end());
    StringBuilder points = new StringBuilder();
    double[] values = series.values();
    for (int i = 0; i <= values.length; i++) {
      if (i == values.length || Double.isNaN(values[i])) {
        polyline(svg, points);
        points.setLength(0);
      } else {
        double x =
            LEFT + (WIDTH - LEFT - RIGHT) * (values.length == 1 ? 0.5 : i / (values.length - 1.0));
        points.append(number(x)).append(',');
        points.append(number(top + height * (1 - Math.clamp(values[i] / chart.top(), 0, 1))));
        points.append(' ');
      }
    }
  }

  /** A single point is a line, too: it has round ends. */
  private static void polyline(StringBuilder svg, StringBuilder points) {
    if (!points.isEmpty()) {
      String all = points.toString().strip();
      svg.append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\"")
          .append(" stroke-linecap=\"round\" stroke-linejoin=\"round\" points=\"")
          .append(all.contains(" ") ? all : all + " " + all)
          .append("\"/>\n");
    }
  }

  static String of(BarChart chart) {
    int left = 170;
    int right = 150;
    StringBuilder svg = begin(HEAD + BAR * chart.bars().size() + FOOT, chart.title());
    double y = HEAD + 10;
    for (Bar bar : chart.bars()) {
      text(svg, left - 6, y + 13, "end", bar.label());
      double width =
          chart.highest() == 0
              ? 0
              : (double) (WIDTH - left - right) * bar.count() / chart.highest();
      svg.append(
          "<rect x=\"%d\" y=\"%s\" width=\"%s\" height=\"%d\" fill=\"#1f6feb\"/>\n"
              .formatted(
                  left, number(y + 2), number(bar.count() == 0 ? 0 : Math.max(1, width)), BAR - 4));
      double share = chart.sum() == 0 ? 0 : 100.0 * bar.count() / chart.sum();
      String count = String.format(Locale.ROOT, "%,d (%.1f%%)", bar.count(), share);
      text(svg, left + width + 6, y + 13, "start", count);
      y += BAR;
    }
    text(svg, left, y + 18, "start", chart.facts());
    return end(svg);
  }

  private static StringBuilder begin(int height, String title) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(WIDTH, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    svg.append("<text x=\"10\" y=\"20\" font-size=\"15\" font-weight=\"bold\">")
        .append(escaped(title))
        .append("</text>\n");
    return svg;
  }

  private static String end(StringBuilder svg) {
    return svg.append("</svg>\n").toString();
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n"
            .formatted(number(x1), number(y1), number(x2), number(y2), colour));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), anchor, escaped(text)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
