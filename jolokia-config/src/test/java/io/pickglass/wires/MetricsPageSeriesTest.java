package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distributed;
import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.RuntimeDistribution;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/metrics.md names every series about tasks and runtimes that the exporter serves, and no
 * other.
 */
class MetricsPageSeriesTest {
  @Test
  void theSeriesInThePageAreThoseOfTheExporter() throws Exception {
    Set<String> told =
        Pattern.compile("pickglass_\\w+")
            .matcher(
                Files.readString(Path.of("..", "docs", "metrics.md"))
                    + Files.readString(Path.of("..", "docs", "runtime-metrics.md")))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toSet());
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    Arrays.stream(TaskMetric.values()).map(TaskMetric::seriesName),
                    Arrays.stream(RuntimeMetric.values()).map(RuntimeMetric::seriesName),
                    Arrays.stream(Distribution.values()).map(ExporterConfig::histogramSeries),
                    Arrays.stream(RuntimeDistribution.values())
                        .map(ExporterConfig::histogramSeries))
                .flatMap(series -> series)
                .toList());
  }

  @Test
  void aHistogramsSeriesStandsBesideWhatItIsOf() throws Exception {
    assertEachStandsBeside("metrics.md", Distribution.values());
    assertEachStandsBeside("runtime-metrics.md", RuntimeDistribution.values());
  }

  private static void assertEachStandsBeside(String file, Distributed[] distributions)
      throws IOException {
    String page = Files.readString(Path.of("..", "docs", file));
    for (Distributed of : distributions) {
      assertThat(page)
          .containsPattern(
              "(?m)^\\| "
                  + of.plural()
                  + " \\|.*\\| `"
                  + ExporterConfig.histogramSeries(of)
                  + "` \\|$");
    }
  }
}
