package io.pickglass.wires;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Our series in one scrape: HELP and TYPE by series, and values by series with its labels.
 *
 * @param families by name, {@code counter}, {@code gauge} or {@code untyped}, a space, and HELP
 * @param samples by name and labels as they stand in the text: {@code name{monitor="x"}}
 */
record Exposition(Map<String, String> families, Map<String, Double> samples) {
  /** Of the text that an agent answers with. */
  static Exposition of(String text) {
    Map<String, String> helps = new TreeMap<>();
    Map<String, String> families = new TreeMap<>();
    Map<String, Double> samples = new TreeMap<>();
    for (String line : ours(text).lines().toList()) {
      String[] words = line.split(" ", 4);
      switch (words[0] + words[1]) {
        case "#HELP" -> helps.put(words[2], words[3]);
        case "#TYPE" -> families.put(words[2], words[3] + " " + helps.get(words[2]));
        default -> samples.put(words[0], Double.valueOf(words[1]));
      }
    }
    return new Exposition(families, samples);
  }

  /** Of what the collector gives without an agent around it. */
  static Exposition of(MetricSnapshots snapshots) {
    Exposition all = new Exposition(new TreeMap<>(), new TreeMap<>());
    for (MetricSnapshot snapshot : snapshots) {
      switch (snapshot) {
        case CounterSnapshot counter -> all.add(counter);
        case GaugeSnapshot gauge -> all.add(gauge);
        case UnknownSnapshot untyped -> all.add(untyped);
        default -> throw new AssertionError("of no type that we use: " + snapshot);
      }
    }
    return all;
  }

  /** The lines about our own series; others, as the JVM's, come with the agent. */
  static String ours(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .filter(line -> line.matches("(# (HELP|TYPE) )?pickglass_.*"))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  /** The samples of one monitor, by series, other labels than the monitor's still there. */
  Map<String, Double> ofMonitor(String monitor) {
    Map<String, Double> found = new TreeMap<>();
    String label = "monitor=\"" + monitor + "\"}";
    samples.forEach((name, value) -> {
      if (name.endsWith("{" + label)) {
        found.put(name.substring(0, name.length() - label.length() - 1), value);
      } else if (name.endsWith("," + label)) {
        found.put(name.substring(0, name.length() - label.length() - 1) + "}", value);
      }
    });
    return found;
  }

  private void add(CounterSnapshot counter) {
    String name = counter.getMetadata().getPrometheusName() + "_total";
    families.put(name, "counter " + counter.getMetadata().getHelp());
    for (CounterDataPointSnapshot point : counter.getDataPoints()) {
      samples.put(name + text(point.getLabels()), point.getValue());
    }
  }

  private void add(GaugeSnapshot gauge) {
    String name = gauge.getMetadata().getPrometheusName();
    families.put(name, "gauge " + gauge.getMetadata().getHelp());
    for (GaugeDataPointSnapshot point : gauge.getDataPoints()) {
      samples.put(name + text(point.getLabels()), point.getValue());
    }
  }

  private void add(UnknownSnapshot untyped) {
    String name = untyped.getMetadata().getPrometheusName();
    families.put(name, "untyped " + untyped.getMetadata().getHelp());
    for (UnknownDataPointSnapshot point : untyped.getDataPoints()) {
      samples.put(name + text(point.getLabels()), point.getValue());
    }
  }

  private static String text(Labels labels) {
    return labels.isEmpty()
        ? ""
        : labels.stream()
            .map(label -> label.getName() + "=\"" + label.getValue() + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }
}
