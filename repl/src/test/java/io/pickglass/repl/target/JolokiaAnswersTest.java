package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.model.TaskInterval;
import io.pickglass.repl.series.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that a healthy Jolokia of our own seldom gives. */
class JolokiaAnswersTest {
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";
  private volatile String authorization = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jolokia/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private TaskInterval ask() {
    String url = "http://me:secret@127.0.0.1:" + server.getAddress().getPort() + "/jolokia";
    try (Target target = Connector.connect(Address.parse(url), () -> Duration.ofSeconds(20))) {
      assertThat(target.name()).doesNotContain("secret");
      return (TaskInterval) target.cumulative(Subject.MONITOR, List.of("a")).getFirst();
    }
  }

  @Test
  void numbersBeyondThoseOfADoubleSurvive() {
    body =
        """
        [{"status":200,"value":{"monitor":"a","sequence":9007199254740993,
          "start":"2026-01-02T03:04:05Z","elapsedNanos":1,"pollNanos":9223372036854775807,
          "pollCount":9007199254740993,"busyRatio":1,"someMetricOfTheFuture":{"x":[1]}}}]
        """;
    TaskInterval a = ask();
    assertThat(a.sequence()).isEqualTo(9007199254740993L);
    assertThat(a.metrics().get(TaskMetric.POLL_NANOS)).isEqualTo(Long.MAX_VALUE);
    assertThat(a.metrics().get(TaskMetric.POLL_COUNT)).isEqualTo(9007199254740993L);
    assertThat(a.metrics().ratio(TaskMetric.BUSY_RATIO)).isEqualTo(1.0);
    assertThat(a.metrics().has(TaskMetric.IDLE_COUNT)).isFalse();
  }

  @Test
  void nameAndPasswordOfTheUrlAreSent() {
    status = 401;
    assertThatThrownBy(this::ask)
        .hasMessageEndingWith("does not let us in: are name and password right?");
    assertThat(authorization).isEqualTo("Basic bWU6c2VjcmV0");
  }

  @Test
  void whatThePolicyForbidsIsSaidInItsOwnWords() {
    body = "{\"status\":403,\"error\":\"Origin null is not allowed to call this agent\"}";
    assertThatThrownBy(this::ask)
        .hasMessageEndingWith("with an error: Origin null is not allowed to call this agent");
    body =
        "[{\"status\":403,\"error\":\"forbidden\",\"request\":{\"mbean\":\"pickglass:type=X\"}}]";
    assertThatThrownBy(this::ask)
        .hasMessageEndingWith(
            "answered a question about pickglass:type=X with an error: forbidden");
  }

  @Test
  void anIntervalOfAnotherShapeIsSaid() {
    body = "[{\"status\":200,\"value\":{\"monitor\":\"a\"}}]";
    assertThatThrownBy(this::ask)
        .hasMessageContaining("answers in a way this console does not understand");
  }

  @Test
  void jsonThatIsNotOfJolokiaIsSaid() {
    for (String json : List.of("[]", "{}", "\"x\"", "[1,2,3]", "not json", "")) {
      body = json;
      assertThatThrownBy(this::ask)
          .as(json)
          .hasMessageContaining("answers, but not as Jolokia (HTTP 200");
    }
  }
}
