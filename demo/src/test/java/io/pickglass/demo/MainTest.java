package io.pickglass.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.pickglass.demo.trouble.TroubleName;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a process of its own, as people start it. */
@Timeout(120)
class MainTest {
  @TempDir private Path directory;
  private Process process;

  @AfterEach
  void leaveNoProcess() throws Exception {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void itEndsWithItsLoadAndSaysWhatItDid() throws Exception {
    start("--port", "0", "--rate", "50", "--duration", "1s", "--exit-after-load");

    assertThat(exitCode()).isZero();
    assertThat(out())
        .matches(
            "service http://127\\.0\\.0\\.1:\\d+/\nready\n"
                + "load done: requests=50 created=\\d+ failed=0\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void itEndsWhenStandardInputEnds() throws Exception {
    start("--port", "0", "--stop-on-eof");
    awaitReady();
    process.getOutputStream().close();

    assertThat(exitCode()).isZero();
    assertThat(out()).contains("load done: requests=");
    assertThat(process.descendants()).isEmpty();
  }

  @Test
  void itEndsByTheTermSignalAndDrainsBefore() throws Exception {
    assumeFalse(File.separatorChar == '\\', "Windows has no signals");
    start("--port", "0", "--trouble", TroubleName.labels().replace(" ", ""));
    awaitReady();
    process.destroy();

    assertThat(exitCode()).isEqualTo(128 + 15);
    assertThat(out()).contains("load done: requests=");
    assertThat(err()).isEmpty();
  }

  @Test
  void itStaysWhenItsLoadIsDoneAndStandardInputIsNotItsBusiness() throws Exception {
    start("--port", "0", "--rate", "50", "--duration", "200ms");
    process.getOutputStream().close();
    Await.until("the load is done", () -> out().contains("load done"));

    assertThat(status(address())).isEqualTo(200);
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aPortInUseIsReplacedByAFreeOne() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = taken.getLocalPort();
      start("--port", "" + port, "--duration", "0", "--stop-on-eof");
      awaitReady();

      assertThat(address().getPort()).isNotEqualTo(port);
      assertThat(err())
          .isEqualTo(
              "port "
                  + port
                  + " is in use: the service listens on 127.0.0.1:"
                  + address().getPort()
                  + " instead\n");
      assertThat(status(address())).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port x", "--nonsense", "--exit-after-load"})
  void aBadOptionIsSaidInOneSentenceAndNothingIsStarted(String line) throws Exception {
    start(line.split(" "));

    assertThat(exitCode()).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).matches("[^\\n]+\\.\n");
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsSaidInOneSentence() throws Exception {
    Path file = Files.writeString(directory.resolve("users.mv.db"), "not a database");
    start("--port", "0", "--database", file.toString().replace(".mv.db", ""));

    assertThat(exitCode()).isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(err()).startsWith("The demo cannot start: ").hasLineCount(1);
  }

  @Test
  void helpIsPrintedAndNothingElseDone() throws Exception {
    start("--help");

    assertThat(exitCode()).isZero();
    assertThat(out()).isEqualTo(Options.HELP);
  }

  private void start(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Set on some machines; the JVM then prints a line about them.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    process =
        builder
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile())
            .start();
  }

  private void awaitReady() throws Exception {
    Await.until("it is ready", () -> out().contains("ready\n"));
  }

  private int exitCode() throws Exception {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended: " + out() + err()).isTrue();
    return process.exitValue();
  }

  private URI address() throws Exception {
    return URI.create(out().lines().findFirst().orElseThrow().replace("service ", ""));
  }

  private static int status(URI uri) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private String out() throws Exception {
    return Files.readString(directory.resolve("out")).replace("\r\n", "\n");
  }

  private String err() throws Exception {
    return Files.readString(directory.resolve("err")).replace("\r\n", "\n");
  }
}
