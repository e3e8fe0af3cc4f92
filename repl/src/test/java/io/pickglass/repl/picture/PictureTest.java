package io.pickglass.repl.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Unit;
import io.pickglass.model.Buckets;
import io.pickglass.model.Histogram;
import io.pickglass.repl.picture.LineChart.Series;
import io.pickglass.repl.view.Line;
import io.pickglass.repl.view.Symbols;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {
  private static final LineChart CHART =
      new LineChart(
          "pollCount of a",
          Unit.COUNT,
          "10:00:00Z",
          "10:00:08Z",
          List.of(new Series("a", new double[] {0, 1, 2, 3, 4, Double.NaN, 0, 4})),
          false);

  private static List<String> texts(Picture picture, int width, Symbols symbols) {
    return picture.lines(width, symbols).stream().map(Line::text).toList();
  }

  @Test
  void aLineIsDrawnInBrailleBetweenItsAxes() {
    assertThat(texts(CHART, 36, Symbols.UNICODE))
        .containsExactly(
            "pollCount of a",
            "4 ┤                ⢸⠉⠉⠉⠉        ⡏⠉⠉⠉",
            "  │                ⢸            ⡇   ",
            "  │            ⢰⠒⠒⠒⠊            ⡇   ",
            "  │            ⢸                ⡇   ",
            "  │        ⢀⣀⣀⣀⡸                ⡇   ",
            "2 ┤        ⢸                    ⡇   ",
            "  │        ⢸                    ⡇   ",
            "  │    ⢰⠒⠒⠒⠊                    ⡇   ",
            "  │    ⢸                        ⡇   ",
            "  │⣀⣀⣀⣀⡸                    ⣀⣀⣀⣀⠇   ",
            "0 └─────────────────────────────────",
            "   10:00:00Z               10:00:08Z");
  }

  @Test
  void inAsciiItIsDrawnWithStarsAndNothingElse() {
    List<String> lines = texts(CHART, 12, Symbols.ASCII);
    assertThat(String.join("", lines)).matches("\\p{ASCII}*").contains("*", "4 +", "0 +---");
    assertThat(lines).hasSize(13);
  }

  @Test
  void aSparklineHasItsNumbersBesideIt() {
    LineChart spark =
        new LineChart(
            "busyRatio",
            Unit.RATIO,
            "a",
            "b",
            List.of(
                new Series("orders", new double[] {0, 0.1, 0.2, 0.4}),
                new Series("mail", new double[] {Double.NaN})),
            true);
    assertThat(texts(spark, 60, Symbols.UNICODE))
        .containsExactly("busyRatio", "orders   ▂▄█  0% to 40%, last 40%", "mail       –");
  }

  @Test
  void ofAHistogramEveryValueHasABar() {
    long[] counts = new long[Buckets.COUNT];
    counts[Buckets.indexOf(1000)] = 1;
    counts[Buckets.indexOf(100_000)] = 99_999;
    BarChart chart = Histograms.ofNanos("polls", Histogram.of(0, counts), 100_000, Symbols.UNICODE);
    List<String> lines = texts(chart, 60, Symbols.UNICODE);
    assertThat(lines.get(1)).matches(" *≤ 1.02µs │ ▏ +1 +0.0%");
    assertThat(lines.get(lines.size() - 2)).matches("≤ 131.07µs │ █+ +99,999 100.0%");
    assertThat(chart.facts())
        .isEqualTo("p50 100.00µs, p90 100.00µs, p99 100.00µs, p99.9 100.00µs, longest 100.00µs");
    assertThat(
            String.join(
                "",
                texts(
                    Histograms.ofNanos("p", Histogram.of(0, counts), 1, Symbols.ASCII),
                    60,
                    Symbols.ASCII)))
        .matches("\\p{ASCII}*");
  }

  @Test
  void ofAnyOtherMetricTheValuesAreInBarsOfEqualWidth() {
    BarChart chart =
        Histograms.ofValues("x", new double[] {0, 1, 2, 11, 12}, Unit.COUNT, Symbols.UNICODE);
    assertThat(chart.bars().stream().mapToLong(BarChart.Bar::count).toArray())
        .containsExactly(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2);
    assertThat(chart.facts()).isEqualTo("least 0, mean 5.200, greatest 12");
    assertThat(Histograms.ofValues("x", new double[] {7, 7}, Unit.COUNT, Symbols.UNICODE).bars())
        .containsExactly(new BarChart.Bar("≤ 7", 2));
  }

  @Test
  void everyWidthIsDrawnAndKept() {
    Histogram none = Histogram.EMPTY;
    double[] odd = {Double.MAX_VALUE, 0, Double.NaN};
    List<Picture> pictures =
        List.of(
            CHART,
            new LineChart(
                "none", Unit.NANOS, "", "", List.of(new Series("a", new double[0])), false),
            new LineChart(
                "odd",
                Unit.BYTES,
                "",
                "",
                List.of(new Series("a", odd), new Series("b", odd)),
                false),
            new LineChart("odd", Unit.RATIO, "", "", List.of(new Series("a", odd)), true),
            Histograms.ofNanos("none", none, -1, Symbols.UNICODE),
            Histograms.ofValues("none", new double[0], Unit.MEAN, Symbols.UNICODE));
    for (Picture picture : pictures) {
      for (int width = 0; width < 200; width++) {
        int most = width;
        assertThat(texts(picture, width, Symbols.UNICODE)).allMatch(line -> line.length() <= most);
        assertThat(texts(picture, width, Symbols.ASCII)).allMatch(line -> line.length() <= most);
      }
    }
  }

  @Test
  void aPictureIsAlsoAFileThatIsXmlAndEscapesNames() throws Exception {
    LineChart chart =
        new LineChart(
            "a<b & \"c\"",
            Unit.COUNT,
            "x",
            "y",
            List.of(new Series("<", new double[] {1, Double.NaN, 2, 3})),
            false);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("a<b & \"c\"");
    BarChart bars =
        new BarChart("t", "f", List.of(new BarChart.Bar("≤ 1", 3), new BarChart.Bar("≤ 2", 0)));
    assertThat(bars.svg()).contains("<rect x=\"170\"", ">3 (100.0%)<", ">0 (0.0%)<");
  }
}
