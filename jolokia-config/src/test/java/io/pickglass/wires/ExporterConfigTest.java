package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Metric;
import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.mxbean.BucketAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
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
        .filteredOn(attribute -> !attribute.endsWith("CountUpToInfinity"))
        .containsExactlyElementsOf(metrics().map(Metric::attributeName).toList());
  }

  @Test
  void every_bucket_has_one_rule_that_makes_its_label() throws Exception {
    Pattern rule =
        Pattern.compile(
            "scope=cumulative><>(\\w+UpTo.*):'\n    name: (\\w+)\n    type: (\\w+)\n    help: .*\n    labels:\n      (?:monitor|runtime): '\\$1'\n      le: '(.*)'\n");
    List<MatchResult> rules = rule.matcher(Files.readString(FILE)).results().toList();
    for (BucketAttribute<?> bucket :
        Stream.concat(
                BucketAttribute.OF_TASKS.list().stream(),
                BucketAttribute.OF_RUNTIMES.list().stream())
            .toList()) {
      assertThat(rules)
          .filteredOn(r -> r.group(2).equals(ExporterConfig.histogramSeries(bucket.of())))
          .filteredOn(r -> bucket.name().matches(r.group(1)))
          .singleElement()
          .satisfies(r -> {
            // $1 is the monitor's name.
            String label = r.group(4).replace("$2", "$1").replace("$3", "$2");
            assertThat(bucket.name().replaceAll(r.group(1), label)).isEqualTo(bucket.label());
            assertThat(r.group(3)).isEqualTo("UNTYPED");
          });
    }
  }

  @Test
  void no_two_rules_make_the_same_series_but_those_of_buckets() throws Exception {
    assertThat(found("(?m)^    name: (\\w+)$"))
        .filteredOn(series -> !series.endsWith("_distribution"))
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            Stream.concat(
                    metrics().map(Metric::seriesName),
                    Stream.of(LibrarySeries.values()).map(LibrarySeries::series))
                .toList());
  }

  @Test
  void the_program_rewrites_the_file(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("rules.yaml"), "outdated");
    ExporterConfig.main(new String[] {file.toString()});
    assertThat(file).hasContent(ExporterConfig.text());
  }

  private static Stream<Metric> metrics() {
    return Stream.concat(Stream.of(TaskMetric.values()), Stream.of(RuntimeMetric.values()));
  }

  private static List<String> found(String pattern) throws Exception {
    return Pattern.compile(pattern)
        .matcher(Files.readString(FILE))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
