package io.pickglass.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The columns that the pages of metrics tell of the console are those that it has. */
class MetricsPageColumnsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)`<br>[^|]+\\|[^|]+\\| *([^| ]*) *\\|");

  @Test
  void everyColumnStandsBesideItsMetricAndNoOther() throws Exception {
    Map<String, String> told = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
        .results()
        .filter(row -> !row.group(2).isEmpty())
        .forEach((MatchResult row) -> told.put(row.group(1), row.group(2)));

    Map<String, String> shown = new TreeMap<>();
    for (TaskMetric metric : TaskMetric.values()) {
      IntervalColumns.OF_MONITORS.stream()
          .filter(column -> IntervalColumns.shows(column, metric))
          .forEach(column -> shown.put(metric.metricName(), column.header()));
    }
    assertThat(shown).hasSize(IntervalColumns.OF_MONITORS.size());
    assertThat(told).isEqualTo(shown);
  }

  @Test
  void everyColumnOfRuntimesStandsInItsPageInTheirOrder() throws Exception {
    List<String> told =
        Pattern.compile("(?m)^\\| ([\\w%]+) \\| `(\\w+)` \\|$")
            .matcher(Files.readString(Path.of("..", "docs", "runtime-metrics.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    List<String> shown = new ArrayList<>();
    for (Column<Interval<?>> column : IntervalColumns.OF_RUNTIMES) {
      Arrays.stream(RuntimeMetric.values())
          .filter(metric -> IntervalColumns.shows(column, metric))
          .forEach(metric -> shown.add(column.header() + " " + metric.metricName()));
    }
    assertThat(shown).hasSize(IntervalColumns.OF_RUNTIMES.size());
    assertThat(told).isEqualTo(shown);
  }
}
