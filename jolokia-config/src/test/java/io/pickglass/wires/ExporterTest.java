package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.pickglass.catalog.Distribution;
import io.pickglass.catalog.Needs;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.mxbean.BucketAttribute;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scrape of a real process with the real agent. */
class ExporterTest {
  private final int port = freePort();

  @Test
  void a_scrape_has_every_series_of_the_catalog_with_its_type_and_help() throws Exception {
    try (WatchedProcess process = exact()) {
      assertThat(scrape().families()).isEqualTo(ExpectedSeries.all(_ -> true));
      assertThat(scrape().samples())
          .containsKey("pickglass_task_polls_total{monitor=\"users.insert\"}");
    }
  }

  @Test
  void the_numbers_are_those_of_JMX_with_seconds_for_nanoseconds() throws Exception {
    try (WatchedProcess process = exact()) {
      var bean = ObjectNames.taskMonitor(Watched.DONE, Scope.CUMULATIVE);
      Map<String, Object> still =
          Await.value("numbers that stand still", () -> ScopeBeans.settled(process.jmx(), bean));
      Map<String, Double> expected = ExpectedSeries.values(still);
      assertThat(scrape().ofMonitor(Watched.DONE)).isEqualTo(expected);
      assertThat(expected).containsEntry("pickglass_task_ended_total", (double) Watched.TASKS);
    }
  }

  @Test
  void promtool_has_nothing_to_complain_about(@TempDir Path directory) throws Exception {
    try (WatchedProcess process = exact()) {
      Path text = directory.resolve("scrape.txt");
      Files.writeString(text, Exposition.ours(body(answer())));
      assertThat(Promtool.run(text, "check", "metrics")).isEmpty();
    }
  }

  @Test
  void a_Prometheus_server_computes_quantiles_from_what_it_scrapes(@TempDir Path directory)
      throws Exception {
    try (WatchedProcess process = exact()) {
      var bean = ObjectNames.taskMonitor(Watched.DONE, Scope.CUMULATIVE);
      Map<String, Object> still =
          Await.value("numbers that stand still", () -> ScopeBeans.settled(process.jmx(), bean));
      Map<String, Double> scraped = scrape().samples();
      for (Distribution of : Distribution.values()) {
        String median = TaskMetric.valueOf("P50_" + of + "_NANOS").attributeName();
        long nanos = (Long) still.get(median);
        // Between two limits the server goes by a straight line; so much is certain.
        long[] limits =
            BucketAttribute.OF_TASKS.list().stream()
                .filter(bucket -> bucket.of() == of)
                .mapToLong(BucketAttribute::limitNanos)
                .toArray();
        long above =
            LongStream.of(limits).filter(limit -> limit >= nanos).findFirst().orElseThrow();
        long below = LongStream.of(limits).filter(limit -> limit < nanos).max().orElse(0);
        String quantile =
            "histogram_quantile(0.5, sum by (le) (rate(%s{monitor='%s'}[1m])))"
                .formatted(ExporterConfig.histogramSeries(of), Watched.DONE);
        Path test = directory.resolve(of + ".yaml");
        String within = "%s >= %s <= %s".formatted(quantile, below / 1e9, above / 1e9);
        Files.writeString(test, Promtool.test(scraped, "count(" + within + ")", 1));
        assertThat(Promtool.run(test, "test", "rules", test.toString())).contains("SUCCESS");
      }
    }
  }

  @Test
  void where_polls_are_not_seen_their_series_are_absent_and_nothing_is_negative() throws Exception {
    try (WatchedProcess process = WatchedProcess.start(agent())) {
      assertThat(process.jmx().getAttribute(ObjectNames.PICKGLASS, "TrackingMode"))
          .isEqualTo("TASK");
      Exposition scrape = scrape();
      assertThat(scrape.families())
          .isEqualTo(ExpectedSeries.all(metric -> metric.needs() == Needs.TASKS));
      assertThat(scrape.samples().values()).allMatch(value -> value >= 0);
      assertThat(scrape.ofMonitor(Watched.DONE))
          .containsEntry("pickglass_task_ended_total", (double) Watched.TASKS);
    }
  }

  private WatchedProcess exact() throws Exception {
    return WatchedProcess.start(List.of(WatchedProcess.OPEN), agent());
  }

  private List<String> agent() {
    return AgentOptions.exporter(WatchedProcess.EXPORTER, WatchedProcess.CONFIG, port);
  }

  private Exposition scrape() throws Exception {
    return Exposition.of(body(answer()));
  }

  private HttpResponse<String> answer() throws Exception {
    URI url = URI.create("http://127.0.0.1:" + port + "/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(Await.DEADLINE).build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static String body(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int freePort() {
    try {
      return WatchedProcess.freePort();
    } catch (IOException e) {
      throw new AssertionError("no free port", e);
    }
  }
}
