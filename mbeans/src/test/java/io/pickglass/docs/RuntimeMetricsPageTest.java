package io.pickglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.RuntimeMetric;
import io.pickglass.catalog.RuntimeNeeds;
import io.pickglass.docs.MetricsPage.Reading;
import io.pickglass.mxbean.RuntimesMXBean;
import io.pickglass.runtime.Runtimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/runtime-metrics.md and the catalog are the same list. */
class RuntimeMetricsPageTest {
  private final MetricsPage page = MetricsPage.read("runtime-metrics.md");

  private static List<String> names() {
    return Arrays.stream(RuntimeMetric.values()).map(RuntimeMetric::metricName).toList();
  }

  @Test
  void everyMetricHasOneRowAndEveryRowAMetric() {
    Map<String, List<String>> rows =
        page.metricRows().stream()
            .collect(Collectors.toMap(row -> row.getFirst().split("`")[1], Function.identity()));
    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(names());
    for (RuntimeMetric metric : RuntimeMetric.values()) {
      List<String> wanted = MetricsPage.rowOf(metric);
      assertThat(rows.get(metric.metricName()))
          .as("the row must be | %s |", String.join(" | ", wanted))
          .isEqualTo(wanted);
    }
  }

  @Test
  void everyMetricIsExplainedOnce() {
    assertThat(page.readings().stream().flatMap(reading -> reading.metrics().stream()))
        .containsExactlyInAnyOrderElementsOf(names());
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
  void whatIsNeededIsExplained() {
    assertThat(MetricsPage.rows(page.section("## What can be known where")))
        .extracting(List::getFirst)
        .containsExactlyElementsOf(
            Arrays.stream(RuntimeNeeds.values())
                .filter(needs -> needs != RuntimeNeeds.NOTHING)
                .map(RuntimeNeeds::text)
                .toList());
  }

  @Test
  void noMetricIsNamedThatDoesNotExist() {
    assertThat(page.words())
        .filteredOn(word -> word.matches("[a-z]\\w*(Count|Nanos|Ratio|Depth|Size)"))
        .isNotEmpty()
        .allMatch(word -> RuntimeMetric.named(word).isPresent());
  }

  @Test
  void theLimitAndTheSettingsAreThoseOfTheLibrary() throws Exception {
    assertThat(page.text()).contains("may be %,d pools".formatted(Runtimes.LIMIT));
    assertThat(page.words())
        .contains("RefusedPoolCount", "StarvationProbes", "FlightRecorder", "PollCount");
    assertThat(RuntimesMXBean.class.getMethod("getRefusedPoolCount")).isNotNull();
    assertThat(RuntimesMXBean.class.getMethod("isStarvationProbes")).isNotNull();
    assertThat(RuntimesMXBean.class.getMethod("isFlightRecorder")).isNotNull();
  }
}
