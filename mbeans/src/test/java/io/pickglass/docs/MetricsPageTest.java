package io.pickglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.docs.MetricsPage.Reading;
import io.pickglass.model.Histogram;
import io.pickglass.monitor.Thresholds;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.PickglassMXBean;
import io.pickglass.mxbean.SamplerMXBean;
import io.pickglass.mxbean.TaskIntervals;
import io.pickglass.mxbean.TaskMonitorMBean;
import io.pickglass.sampling.Sampler;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/metrics.md and the catalog are the same list, and the page's example is what happens. The
 * series of histograms are compared in jolokia-config, the columns of the console in repl.
 */
class MetricsPageTest {
  private final MetricsPage page = MetricsPage.read("metrics.md");
  private final ExampleOfMetrics example = ExampleOfMetrics.of(page.events());

  @Test
  void everyMetricHasOneRowAndEveryRowAMetric() {
    Map<String, List<String>> rows =
        page.metricRows().stream()
            .collect(Collectors.toMap(row -> row.getFirst().split("`")[1], Function.identity()));
    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(names(TaskMetric.values()));
    for (TaskMetric metric : TaskMetric.values()) {
      List<String> row = rows.get(metric.metricName());
      List<String> wanted = MetricsPage.rowOf(metric, row.get(2), example.sinceTheStart());
      assertThat(row).as("the row must be | %s |", String.join(" | ", wanted)).isEqualTo(wanted);
    }
  }

  @Test
  void everyMetricIsExplainedOnce() {
    assertThat(page.readings().stream().flatMap(reading -> reading.metrics().stream()))
        .containsExactlyInAnyOrderElementsOf(names(TaskMetric.values()));
  }

  @Test
  void everyExplanationSaysWhenItIsBookedAndWhatARiseMeansAndDoesNotAndWhatZeroIs() {
    for (Reading reading : page.readings()) {
      assertThat(reading.text())
          .as("%s", reading.metrics())
          .matches("(?s)\\*Booked\\*\\s.*\\*A rise\\*\\s.*\\*Not:?\\*\\s.*\\*Zero:?\\*\\s.*\\.");
    }
  }

  @Test
  void noMetricOrAttributeIsNamedThatDoesNotExist() {
    Set<String> others = Set.of(TaskIntervals.ELAPSED);
    assertThat(page.words())
        .filteredOn(word -> word.matches("[a-z]\\w*(Count|Nanos|Ratio)"))
        .isNotEmpty()
        .allMatch(word -> TaskMetric.named(word).isPresent() || others.contains(word));
    assertThat(page.words())
        .filteredOn(word -> word.matches("[A-Z][a-z]+([A-Z][a-z0-9_]+)*"))
        .contains("PollCount", "Cumulative", "TrackingMode", "PollCountUpToInfinity")
        .allMatch(word ->
            TaskMetric.ofAttribute(word).isPresent()
                || BucketAttribute.OF_TASKS.named(word).isPresent()
                || attributes().contains(word));
  }

  @Test
  void theIntervalsOfTheExampleAreAsTold() {
    List<List<String>> told =
        MetricsPage.rows(page.section("## Scopes: since the start, and intervals")).stream()
            .filter(row -> row.getFirst().startsWith("`"))
            .filter(row -> row.size() == 4)
            .toList();
    assertThat(told).hasSizeGreaterThan(5);
    for (List<String> row : told) {
      TaskMetric metric = TaskMetric.named(row.getFirst().replace("`", "")).orElseThrow();
      assertThat(row.subList(1, 4))
          .as(metric.metricName())
          .isEqualTo(
              Stream.concat(example.intervals().stream(), Stream.of(example.sinceTheStart()))
                  .map(metrics -> MetricsPage.value(metric, metrics))
                  .toList());
    }
  }

  @Test
  void histogramsAreNamedAsTheyAreAndCountWhatIsTold() {
    String section = page.section("### Histograms");
    assertThat(MetricsPage.rows(section).stream().map(row -> row.subList(0, 3)))
        .containsExactlyElementsOf(
            Arrays.stream(Distribution.values())
                .map(of ->
                    List.of(
                        of.plural(),
                        "`" + TaskIntervals.histogram(of) + "`",
                        "`" + BucketAttribute.prefix(of) + "…`"))
                .toList());
    assertThat(section.replaceAll("\\s+", " "))
        .contains(
            ": "
                + BucketAttribute.OF_TASKS.list().stream()
                    .filter(bucket -> bucket.of() == Distribution.POLL)
                    .map(BucketAttribute::label)
                    .collect(Collectors.joining(", "))
                    .replace(", +Inf", " and +Inf."));
    Histogram polls = example.sinceTheStart().histogram(Distribution.POLL).orElseThrow();
    List<MatchResult> counts =
        Pattern.compile("`(PollCountUpTo\\w+)`\\s+(?:counts )?(\\d+)")
            .matcher(section)
            .results()
            .toList();
    assertThat(counts).hasSize(3);
    for (MatchResult count : counts) {
      BucketAttribute<Distribution> bucket =
          BucketAttribute.OF_TASKS.named(count.group(1)).orElseThrow();
      assertThat(bucket.value(polls)).isEqualTo(Long.parseLong(count.group(2)));
    }
  }

  @Test
  void theMetricsOfTheModeTaskAreThoseThatNeedNoPolls() {
    String task = page.section("## Tracking: what can be known").split("\\*\\*TASK\\*\\*")[1];
    assertThat(MetricsPage.wordsOf(task.split("all others")[0]))
        .containsExactlyElementsOf(
            names(
                Arrays.stream(TaskMetric.values())
                    .filter(metric -> metric.needs() == Needs.TASKS)
                    .toArray(TaskMetric[]::new)));
  }

  @Test
  void theDefaultsAreThoseOfTheLibrary() {
    assertThat(Thresholds.DEFAULT_NANOS).isEqualTo(1_000_000);
    assertThat(Thresholds.DEFAULT_EVIDENCE_NANOS).isEqualTo(100_000_000);
    assertThat(MetricsPage.rows(page.section("## Thresholds")))
        .extracting(row -> row.get(1))
        .containsExactly("1 ms", "1 ms", "100 ms");
    assertThat(page.section("## Scopes: since the start, and intervals"))
        .contains("the last " + Sampler.DEFAULT_HISTORY_LENGTH + " intervals");
  }

  private static List<String> names(TaskMetric... metrics) {
    return Arrays.stream(metrics).map(TaskMetric::metricName).toList();
  }

  private static Set<String> attributes() {
    return Stream.of(PickglassMXBean.class, SamplerMXBean.class, TaskMonitorMBean.class)
        .flatMap(MetricsPageTest::attributesOf)
        .collect(Collectors.toSet());
  }

  private static Stream<String> attributesOf(Class<?> bean) {
    try {
      return Arrays.stream(Introspector.getBeanInfo(bean).getMethodDescriptors())
          .map(method -> method.getName())
          .filter(name -> name.matches("(get|is)[A-Z].*"))
          .map(name -> name.replaceFirst("get|is", ""));
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }
}
