package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.TaskMetric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter's rules and the list of metrics are the same list. */
class ExporterConfigTest {
  private static final Path FILE = WatchedProcess.CONFIG.resolve("jmx-exporter.yaml");

  @Test
  void the_file_is_what_the_catalog_makes_of_it() throws Exception {
    assertThat(Files.readString(FILE)).isEqualTo(ExporterConfig.text());
  }

  @Test
  void every_metric_has_one_rule_and_every_rule_a_metric() throws Exception {
    assertThat(found("scope=cumulative><>(\\w+):'"))
        .containsExactlyElementsOf(
            Stream.of(TaskMetric.values()).map(TaskMetric::attributeName).toList());
  }

  @Test
  void no_two_rules_make_the_same_series() throws Exception {
    assertThat(found("(?m)^    name: (\\w+)$"))
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(TaskMetric.values()).map(TaskMetric::seriesName),
                    Stream.of(LibrarySeries.values()).map(LibrarySeries::series))
                .toList());
  }

  @Test
  void the_program_rewrites_the_file(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("rules.yaml"), "outdated");
    ExporterConfig.main(new String[] {file.toString()});
    assertThat(file).hasContent(ExporterConfig.text());
  }

  private static List<String> found(String pattern) throws Exception {
    return Pattern.compile(pattern)
        .matcher(Files.readString(FILE))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
