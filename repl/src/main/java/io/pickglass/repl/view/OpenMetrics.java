package io.pickglass.repl.view;

import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.Unit;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of monitors and runtimes in the text of OpenMetrics, with the names that the exporter
 * gives them. Counts of an interval are no counters, as they fall: they are gauges whose names end
 * in {@code _interval}.
 */
public final class OpenMetrics {
  private OpenMetrics() {}

  /** The lines of the objects that have such numbers; of others nothing. */
  public static List<String> lines(List<? extends Map<String, ?>> objects) {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    Map<String, String> heads = new LinkedHashMap<>();
    for (Subject subject : Subject.values()) {
      for (Metric metric : subject.metrics()) {
        for (Map<String, ?> object : objects) {
          if (object.get(subject.word()) instanceof String name
              && object.get(metric.metricName()) instanceof Number value) {
            boolean counter =
                metric.kind() == Kind.COUNTER
                    && IntervalJson.CUMULATIVE.equals(object.get(IntervalJson.SCOPE));
            String family = family(metric, counter);
            heads.put(family, head(family, metric, counter));
            samples
                .computeIfAbsent(family, _ -> new ArrayList<>())
                .add(sample(family + (counter ? "_total" : ""), subject, name, metric, value));
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    samples.forEach((family, values) -> {
      lines.addAll(heads.getOrDefault(family, "").lines().toList());
      lines.addAll(values);
    });
    lines.add("# EOF");
    return lines;
  }

  private static String family(Metric metric, boolean counter) {
    String name = metric.seriesName();
    String base = name.endsWith("_total") ? name.substring(0, name.length() - 6) : name;
    return metric.kind() == Kind.COUNTER && !counter ? base + "_interval" : base;
  }

  private static String head(String family, Metric metric, boolean counter) {
    String type = "# TYPE %s %s\n".formatted(family, counter ? "counter" : "gauge");
    // A unit must be the end of the name.
    String unit =
        metric.unit() == Unit.NANOS && family.endsWith("_seconds")
            ? "# UNIT %s seconds\n".formatted(family)
            : "";
    return type + unit + "# HELP %s %s".formatted(family, metric.help());
  }

  private static String sample(
      String series, Subject subject, String name, Metric metric, Number value) {
    String number =
        metric.unit() == Unit.NANOS ? Double.toString(value.doubleValue() / 1e9) : value.toString();
    String label = name.replace("\\", "\\\\").replace("\"", "\\\"");
    return "%s{%s=\"%s\"} %s".formatted(series, subject.word(), label, number);
  }
}
