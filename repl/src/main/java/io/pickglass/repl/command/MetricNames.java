package io.pickglass.repl.command;

import io.pickglass.catalog.Metric;
import io.pickglass.repl.series.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** Metrics by their names in the catalog, as they are typed and completed. */
final class MetricNames implements Iterable<String>, ITypeConverter<String> {
  private static final List<String> ALL =
      Arrays.stream(Subject.values()).flatMap(MetricNames::of).distinct().toList();

  @Override
  public Iterator<String> iterator() {
    return ALL.iterator();
  }

  @Override
  public String convert(String name) {
    if (!ALL.contains(name)) {
      throw unknown(name, "", ALL);
    }
    return name;
  }

  /** The metrics of these names in the table of that subject. */
  static List<Metric> of(Subject subject, List<String> names) {
    List<Metric> metrics = new ArrayList<>();
    for (String name : names) {
      metrics.add(
          subject
              .metric(name)
              .orElseThrow(() -> unknown(name, " of a " + subject.word(), of(subject).toList())));
    }
    return metrics;
  }

  private static Stream<String> of(Subject subject) {
    return subject.metrics().stream().map(Metric::metricName);
  }

  private static CommandFailure unknown(String name, String of, List<String> known) {
    return CommandFailure.usage(
        "`%s` is no metric%s: %s`help metrics` lists all"
            .formatted(name, of, Nearest.question(name, known)));
  }
}
