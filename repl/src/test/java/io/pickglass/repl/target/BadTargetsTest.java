package io.pickglass.repl.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.pickglass.repl.Watched;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BadTargetsTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static TargetException failure(String text, Duration timeout) {
    try (Target target = Connector.connect(Address.parse(text), () -> timeout)) {
      target.describe();
      throw new AssertionError(text + " answered");
    } catch (TargetException e) {
      return e;
    }
  }

  @Test
  void aProcessThatDoesNotExist() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    TargetException e = failure(Long.toString(process.pid()), LONG);
    assertThat(e)
        .hasMessage("there is no process %d: `jvms` lists the JVMs that run here", process.pid());
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aProcessThatIsNoJvmAndSurvivesTheQuestion() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      TargetException e = failure(Long.toString(process.pid()), Duration.ofSeconds(2));
      assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(process.isAlive()).isTrue();
      if (java.nio.file.Files.isDirectory(java.nio.file.Path.of("/proc/self"))) {
        assertThat(e)
            .hasMessageMatching("process \\d+( \\(\\w+\\))? is not a JVM: `jvms` lists .*");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aProcessThatCannotBeInspectedIsNotAttachedTo(@TempDir Path proc) throws IOException {
    Files.createDirectory(proc.resolve("self"));
    Files.createDirectories(proc.resolve("4711/maps")); // no file, so it cannot be read
    String user = Files.getOwner(proc).getName();
    assertThatThrownBy(() -> LocalProcess.checkIsJvm(4711, proc))
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
        .hasMessageStartingWith("process 4711 of user " + user + " cannot be inspected (")
        .hasMessageEndingWith(
            "): run this console as that user, or give host:port (JMX) or http://host:port/jolokia");
  }

  @Test
  void whereThereIsNoProcNothingIsRefused(@TempDir Path noProc) {
    assertThatCode(() -> LocalProcess.checkIsJvm(4711, noProc)).doesNotThrowAnyException();
  }

  @Test
  void thisConsoleItself() {
    assertThat(failure(Long.toString(ProcessHandle.current().pid()), LONG))
        .hasMessageEndingWith("is this console: give another; `jvms` lists what runs here");
  }

  @Test
  void aJvmWithoutPickglassIsToldHowToGetItOverEveryWire() {
    try (Watched without = Watched.startWithout()) {
      for (String text :
          new String[] {
            Long.toString(without.pid()), without.hostAndPort(), without.jolokiaUrl()
          }) {
        TargetException e = failure(text, LONG);
        assertThat(e.kind()).as(text).isEqualTo(Kind.NO_PICKGLASS);
        assertThat(e)
            .hasMessageContaining(
                "has no Pickglass: `pickglass attach "
                    + (text.matches("\\d+") ? text : "PID")
                    + "` puts its agent in while it runs");
      }
    }
  }

  @Test
  void aPortWhereNothingListens() {
    int port = Watched.freePort();
    for (String text : new String[] {"127.0.0.1:" + port, "http://127.0.0.1:" + port}) {
      TargetException e = failure(text, LONG);
      assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(e).hasMessageContaining("does not accept connections (nothing listens there)");
    }
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsGivenUpAfterTheTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      int port = silent.getLocalPort();
      for (String text : new String[] {"127.0.0.1:" + port, "http://127.0.0.1:" + port}) {
        long start = System.nanoTime();
        TargetException e = failure(text, SHORT);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(e).hasMessageContaining("did not answer within 300ms");
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(took).isBetween(SHORT, Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void anHttpServerThatIsNotJolokia() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String at = "127.0.0.1:" + server.getAddress().getPort();
      assertThat(failure("http://" + at, LONG))
          .hasMessage(
              "http://%s/jolokia/ answers, but not as Jolokia (HTTP 200, text/html): give the URL of a Jolokia agent, such as http://127.0.0.1:8778/jolokia",
              at);
      // Over JMX it is a port without RMI; whether it answers or not, there is an end to it.
      TargetException overJmx = failure(at, Duration.ofSeconds(2));
      assertThat(overJmx.kind()).isEqualTo(Kind.UNREACHABLE);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatAnswersSomethingElseThanRmi() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            while (!server.isClosed()) {
              try (var socket = server.accept()) {
                socket
                    .getOutputStream()
                    .write("220 mail ready\r\n".getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                socket.getInputStream().readNBytes(7);
              } catch (IOException e) {
                return;
              }
            }
          });
      TargetException e = failure("127.0.0.1:" + server.getLocalPort(), LONG);
      assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(e).hasMessageContaining("does not speak JMX");
    }
  }

  @Test
  void aHostThatIsNotKnown() {
    for (String text : new String[] {"nohost.invalid:9010", "http://nohost.invalid"}) {
      assertThat(failure(text, LONG)).hasMessageContaining("names a host that is not known");
    }
  }

  @Test
  void aTargetThatDiesBetweenTwoQuestions() {
    try (Watched watched = Watched.start()) {
      for (String text :
          new String[] {
            Long.toString(watched.pid()), watched.hostAndPort(), watched.jolokiaUrl()
          }) {
        // Both are connected while it lives, and asked when it is dead.
        assertThat(Connector.connect(Address.parse(text), () -> LONG).names().monitors())
            .isNotEmpty();
      }
      Target jmx = Connector.connect(Address.parse(watched.hostAndPort()), () -> LONG);
      Target jolokia = Connector.connect(Address.parse(watched.jolokiaUrl()), () -> LONG);
      jmx.describe();
      jolokia.describe();
      watched.kill();
      assertThatThrownBy(jmx::describe).hasMessageContaining("has probably ended");
      assertThatThrownBy(jolokia::describe).hasMessageContaining("has probably ended");
    }
  }

  @Test
  void whoWaitsCanBeStopped() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String text = "http://127.0.0.1:" + silent.getLocalPort();
      Target target = Connector.connect(Address.parse(text), () -> LONG);
      Thread self = Thread.currentThread();
      Thread.ofVirtual().start(self::interrupt);
      assertThatThrownBy(target::describe).isInstanceOf(StoppedException.class);
    }
  }
}
