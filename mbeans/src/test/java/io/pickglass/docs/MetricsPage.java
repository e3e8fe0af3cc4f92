package io.pickglass.docs;

import io.pickglass.catalog.RuntimeKind;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.RuntimeNeeds;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.docs.ExampleOfMetrics.Event;
import io.pickglass.model.TaskMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of metrics in docs, taken apart. */
final class MetricsPage {
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  private final String text;

  private MetricsPage(String text) {
    this.text = text;
  }

  static MetricsPage read(String file) {
    try {
      return new MetricsPage(Files.readString(Path.of("..", "docs", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it, in one line. */
  String text() {
    return text.replaceAll("\\s+", " ");
  }

  /** Everything between backquotes. */
  List<String> words() {
    return wordsOf(text);
  }

  static List<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The text below a heading, up to the next heading of any level. */
  String section(String heading) {
    int start = text.indexOf("\n" + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException("no heading: " + heading);
    }
    String rest = text.substring(start + heading.length() + 2);
    int end = rest.indexOf("\n#");
    return end < 0 ? rest : rest.substring(0, end);
  }

  /** The cells of the rows of a table; its head and the line below it are none. */
  static List<List<String>> rows(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .filter(cells -> !cells.getFirst().matches("-+:?"))
        .skip(1)
        .toList();
  }

  /** The rows about a metric each: in all tables whose first column is headed so. */
  List<List<String>> metricRows() {
    return text.lines()
        .filter(line -> line.matches("\\| `\\w+`<br>`pickglass_.*"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  /** The row of a metric as it must be; only the console knows its columns. */
  static List<String> rowOf(TaskMetric metric, String console, TaskMetrics example) {
    return List.of(
        "`" + metric.metricName() + "`<br>`" + metric.seriesName() + "`",
        metric.kind().name().toLowerCase(Locale.ROOT) + ", " + unit(metric.unit()),
        console,
        value(metric, example),
        metric.help());
  }

  /** The row of a metric of runtimes as it must be. */
  static List<String> rowOf(RuntimeMetric metric) {
    List<String> row = new ArrayList<>();
    row.add("`" + metric.metricName() + "`<br>`" + metric.seriesName() + "`");
    row.add(metric.kind().name().toLowerCase(Locale.ROOT) + ", " + unit(metric.unit()));
    for (RuntimeKind kind : RuntimeKind.values()) {
      row.add(metric.isKnownTo(kind) ? "yes" : "–");
    }
    row.add(metric.needs() == RuntimeNeeds.NOTHING ? "" : metric.needs().text());
    row.add(metric.help());
    return row;
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case COUNT -> "count";
      case BYTES -> "bytes";
      case MEAN -> "mean";
      case NANOS, RATIO -> unit.symbol();
    };
  }

  static String value(TaskMetric metric, TaskMetrics metrics) {
    if (!metrics.has(metric)) {
      return "–";
    }
    return switch (metric.unit()) {
      case COUNT, BYTES -> Long.toString(metrics.get(metric));
      case NANOS -> plain(BigDecimal.valueOf(metrics.get(metric), 6)) + " ms";
      case MEAN, RATIO ->
          plain(BigDecimal.valueOf(metrics.ratio(metric)).setScale(4, RoundingMode.HALF_UP));
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** What is said of some metrics: their names, then the rest of the paragraph. */
  record Reading(List<String> metrics, String text) {}

  /** The items of lists that begin with names. */
  List<Reading> readings() {
    return Pattern.compile("(?m)^- ((?:`\\w+`,?\\s+)*`\\w+`)\\. (.*(?:\\n  .*)*)")
        .matcher(text)
        .results()
        .map(MetricsPage::reading)
        .toList();
  }

  private static Reading reading(MatchResult found) {
    return new Reading(wordsOf(found.group(1)), found.group(2));
  }

  List<Event> events() {
    return rows(section("## The example")).stream()
        .map(row -> new Event(row.get(0).replace(" ms", ""), row.get(1), row.get(2)))
        .toList();
  }
}
