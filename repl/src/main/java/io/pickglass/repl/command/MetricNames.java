package io.pickglass.repl.command;

import io.pickglass.catalog.TaskMetric;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Metrics by their names in the catalog, as they are typed and completed. */
final class MetricNames implements Iterable<String>, ITypeConverter<TaskMetric> {
  private static final List<String> ALL =
      Arrays.stream(TaskMetric.values()).map(TaskMetric::metricName).toList();

  @Override
  public Iterator<String> iterator() {
    return ALL.iterator();
  }

  @Override
  public TaskMetric convert(String name) {
    return TaskMetric.named(name)
        .orElseThrow(() ->
            CommandFailure.usage(
                "`%s` is no metric: %s`help metrics` lists all"
                    .formatted(name, Nearest.question(name, ALL))));
  }
}
