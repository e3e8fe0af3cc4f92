package io.pickglass.wires;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Kind;
import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.catalog.Unit;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.ObjectNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import javax.management.ObjectName;

/**
 * The configuration of the Prometheus JMX exporter, made from the catalog: {@code
 * config/jmx-exporter.yaml}. A test compares the file with this class; {@link #main} rewrites it.
 *
 * <p>There is one rule per metric, because HELP belongs to a rule: without one, the exporter makes
 * it of the attribute's description and the ObjectName. A histogram has two, one of them for all
 * its limits.
 */
public final class ExporterConfig {
  private static final String HEAD =
      """
      # Made from the list of metrics by io.pickglass.wires.ExporterConfig: edit that, not this.
      #
      # For the agent jmx_prometheus_javaagent 1.0.1 and the collector 1.5.0:
      #   -javaagent:jmx-exporter.jar=127.0.0.1:9404:DIR/jmx-exporter.yaml
      #
      # Of the scopes, only the numbers since the start: what happened per second is the server's to
      # say, for each server's own interval. What cannot be known is absent, never -1.

      # Nothing but our own MBeans is ever asked for a value; the JVM's numbers (jvm_…) come with the
      # agent.
      includeObjectNames:
        - 'pickglass:type=TaskMonitor,name=*,scope=cumulative'
        - 'pickglass:type=RuntimeMonitor,name=*,scope=cumulative'
        - '%s'
        - '%s'
        - '%s'

      # The first rule that matches wins. No `cache: true`: it remembers every pair of rule and
      # attribute, also those that do not match, in the watched process. Measured with 1,000 monitors,
      # before there were histograms: 200 MB, and no faster than these anchored patterns (1.2 s; with
      # 100 monitors 0.1 s).
      rules:
      """;

  private static final String MONITORS = "type=TaskMonitor, name=([^,]+), scope=cumulative";
  private static final String MONITOR_LABEL = "    labels:\n      monitor: '$1'\n";
  private static final String RUNTIMES = "type=RuntimeMonitor, name=([^,]+), scope=cumulative";
  private static final String RUNTIME_LABEL = "    labels:\n      runtime: '$1'\n";

  private ExporterConfig() {}

  /**
   * The series of a histogram's buckets, told apart by the label {@code le}. Its name does not end
   * in {@code _bucket}, which the exporter would cut off, nor in the name of a type, which promtool
   * would not like.
   */
  static String histogramSeries(Distributed of) {
    String owner =
        switch (of) {
          case Distribution _ -> "task";
          case RuntimeDistribution _ -> "runtime";
        };
    return "pickglass_" + owner + "_" + of.series() + "_seconds_distribution";
  }

  /** HELP of that series. */
  static String histogramHelp(Distributed of) {
    return "Of the " + of.plural() + ", those of le seconds or less: for histogram_quantile().";
  }

  /** The whole file. */
  public static String text() {
    StringBuilder yaml =
        new StringBuilder(
            HEAD.formatted(ObjectNames.RUNTIMES, ObjectNames.PICKGLASS, ObjectNames.SAMPLER));
    // First, as each attribute is tried with each rule until one fits: these are twelve rules for
    // nearly half of the attributes.
    for (Distribution of : Distribution.values()) {
      appendBuckets(yaml, MONITORS, of, MONITOR_LABEL);
    }
    for (RuntimeDistribution of : RuntimeDistribution.values()) {
      appendBuckets(yaml, RUNTIMES, of, RUNTIME_LABEL);
    }
    for (TaskMetric metric : TaskMetric.values()) {
      appendRule(yaml, MONITORS, metric);
      yaml.append(MONITOR_LABEL);
    }
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      appendRule(yaml, RUNTIMES, metric);
      yaml.append(RUNTIME_LABEL);
    }
    for (LibrarySeries series : LibrarySeries.values()) {
      appendRule(
          yaml,
          keys(series.bean()),
          series.attribute(),
          series.series(),
          series.counter() ? "COUNTER" : "GAUGE",
          series.nanos(),
          series.help());
    }
    return yaml.toString();
  }

  private static void appendBuckets(StringBuilder yaml, String keys, Distributed of, String owner) {
    appendBuckets(yaml, keys, of, owner, "(\\d+)_(\\d+)Seconds", "$2.$3");
    appendBuckets(yaml, keys, of, owner, "Infinity", "+Inf");
  }

  private static void appendBuckets(
      StringBuilder yaml, String keys, Distributed of, String owner, String limit, String label) {
    // Untyped: the exporter knows no histograms, and promtool refuses a counter with this label.
    String attribute = BucketAttribute.prefix(of) + limit;
    String series = histogramSeries(of);
    appendRule(yaml, keys, attribute, series, "UNTYPED", false, histogramHelp(of));
    yaml.append(owner).append("      le: '").append(label).append("'\n");
  }

  private static void appendRule(StringBuilder yaml, String keys, Metric metric) {
    appendRule(
        yaml,
        keys,
        metric.attributeName(),
        metric.seriesName(),
        metric.kind() == Kind.COUNTER ? "COUNTER" : "GAUGE",
        metric.unit() == Unit.NANOS,
        metric.help());
  }

  private static void appendRule(
      StringBuilder yaml,
      String keys,
      String attribute,
      String series,
      String type,
      boolean nanos,
      String help) {
    // Anchored: `PollCount` is the end of `FastPollCount`, too.
    yaml.append("  - pattern: '^pickglass<").append(keys).append("><>").append(attribute);
    yaml.append(":'\n    name: ").append(series);
    yaml.append("\n    type: ").append(type).append('\n');
    if (nanos) {
      yaml.append("    valueFactor: 0.000000001\n");
    }
    yaml.append("    help: '").append(quoted(help)).append("'\n");
  }

  private static String keys(ObjectName bean) {
    return bean.getKeyPropertyListString().replace(",", ", ");
  }

  /** Inside single quotes of YAML, in a text that the exporter takes for a replacement. */
  private static String quoted(String help) {
    return Matcher.quoteReplacement(help).replace("'", "''");
  }

  /** Writes the file whose name is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text());
  }
}
