package io.pickglass.repl.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pickglass.repl.Await;
import io.pickglass.repl.Child;
import io.pickglass.repl.Child.Result;
import io.pickglass.repl.Home;
import io.pickglass.repl.Plain;
import io.pickglass.repl.Watched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jolokia and the Prometheus exporter come with the agent. */
@Timeout(120)
class WiresTest {
  @TempDir private static Path directory;
  private static Path home;

  @BeforeAll
  static void install() {
    home = Home.in(directory);
    assumeTrue(Home.hasWires(), "the agents of others are not fetched: `mvn package` does");
  }

  static String get(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Origin", "pickglass").build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return e.toString(); // it does not listen yet
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theyAnswerAndASecondOneIsRefusedForItWouldEndTheProgram() {
    String jolokia = "http://127.0.0.1:" + Watched.freePort() + "/jolokia";
    String exporter = "http://127.0.0.1:" + Watched.freePort() + "/metrics";
    try (Plain plain = Plain.start("-XX:+EnableDynamicAgentLoading")) {
      Result attached =
          Child.pickglassOf(
              home,
              "attach",
              plain.pid(),
              "--jolokia",
              jolokia.replaceAll("\\D+127.0.0.1:|\\D+$", ""),
              "--exporter",
              exporter.replaceAll("\\D+127.0.0.1:|\\D+$", ""));
      assertThat(attached.lines()).endsWith("jolokia: " + jolokia, "exporter: " + exporter);
      assertThat(attached.err())
          .isEqualTo(
              "virtual threads that were alive before are not watched\n"
                  + "Jolokia takes 44 ms for each kept-alive request there: only at the program's"
                  + " start can -Dsun.net.httpserver.nodelay=true prevent it");
      // Jolokia says so from a thread of its own: before the program's line, or after it.
      assertThat(List.of(plain.startThreads(4), plain.readLine()))
          .anySatisfy(line -> assertThat(line).startsWith("Jolokia: Agent "))
          .contains("4");
      String bean = jolokia + "/read/pickglass:type=Pickglass/AgentOptions";
      Await.until(() -> get(bean).contains("\"value\":\"group=site,"), () -> get(bean));
      String ended = "pickglass_task_ended_total{monitor=\"PlainProgram.Job\"} 4.0";
      Await.until(() -> get(exporter).contains(ended), () -> get(exporter));

      String name = "process " + plain.pid() + " (com.example.PlainProgram)";
      String port = Integer.toString(Watched.freePort());
      assertThat(Child.pickglassOf(home, "attach", plain.pid(), "--exporter", port))
          .isEqualTo(
              new Result(
                  1,
                  "",
                  name + " has the Prometheus exporter already, and a second one would end it"));
      assertThat(Child.pickglassOf(home, "attach", plain.pid(), "--jolokia", port))
          .isEqualTo(new Result(1, "", name + " has Jolokia already, at " + jolokia));
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }

  @Test
  void aPortInUseIsSaidAndNothingIsLoaded() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Plain plain = Plain.start()) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(Child.pickglassOf(home, "attach", plain.pid(), "--jolokia", port))
          .isEqualTo(
              new Result(
                  1, "", "port " + port + " of 127.0.0.1 is in use: give another one for Jolokia"));
      assertThat(Child.pickglassOf(home, "attach", plain.pid(), "--exporter", port))
          .isEqualTo(
              new Result(
                  1,
                  "",
                  "port "
                      + port
                      + " of 127.0.0.1 is in use: give another one for the Prometheus exporter"));
      assertThat(plain.end()).isZero();
      assertThat(plain.errors()).isEmpty();
    }
  }
}
