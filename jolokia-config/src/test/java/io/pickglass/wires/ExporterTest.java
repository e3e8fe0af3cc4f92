package io.pickglass.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.catalog.Needs;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ObjectNames.Scope;
import java.io.File;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    assumeTrue(promtool().isPresent(), "promtool is not on the PATH");
    try (WatchedProcess process = exact()) {
      Path text = directory.resolve("scrape.txt");
      Files.writeString(text, Exposition.ours(body(answer())));
      Process check =
          new ProcessBuilder(promtool().orElseThrow().toString(), "check", "metrics")
              .redirectInput(text.toFile())
              .redirectErrorStream(true)
              .start();
      assertThat(new String(check.getInputStream().readAllBytes())).isEmpty();
      assertThat(check.waitFor(Await.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(check.exitValue()).isZero();
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

  private static Optional<Path> promtool() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() {
    try {
      return WatchedProcess.freePort();
    } catch (IOException e) {
      throw new AssertionError("no free port", e);
    }
  }
}
