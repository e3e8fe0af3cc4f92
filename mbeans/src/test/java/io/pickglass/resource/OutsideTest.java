package io.pickglass.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pickglass.Await;
import io.pickglass.Pickglass;
import io.pickglass.TaskMonitor;
import io.pickglass.model.Resource;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.ResourcesMXBean;
import java.io.FileInputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for what lies outside: sockets, files, processes, other threads and pools. */
@Timeout(60)
class OutsideTest {
  private final TaskMonitor monitor = Pickglass.monitor("outside");
  private final ResourcesMXBean resources =
      JMX.newMXBeanProxy(
          ManagementFactory.getPlatformMBeanServer(), ObjectNames.RESOURCES, ResourcesMXBean.class);
  private final CountDownLatch over = new CountDownLatch(1);

  @TempDir private Path directory;

  @BeforeAll
  static void begin() {
    Pickglass.start();
  }

  @AfterEach
  void end() {
    over.countDown();
  }

  private Thread start(boolean virtual, String name, Blocking.Step step) {
    Runnable code =
        () -> {
          try {
            step.run();
          } catch (Exception e) {
            // The test is over, and has closed what it waits for.
          }
        };
    Thread thread =
        virtual ? monitor.threadFactory().newThread(code) : Thread.ofPlatform().unstarted(code);
    thread.setName(name);
    thread.start();
    return thread;
  }

  /**
   * The row of that kind that waits in this test. A writer may be between two waits while the
   * kernel widens its buffer, so the answer in which it was seen is the one that is compared.
   */
  private Resource row(String kind) {
    String query =
        "where kind = " + kind + " and visibility = public and location ~ " + getClass().getName();
    var rows = new ArrayList<Resource>();
    Await.until("there is one of kind " + kind, () -> rows.addAll(resources.list(query).rows()));
    return rows.getFirst();
  }

  private static List<Object> told(Resource row) {
    return List.of(row.kind(), row.type(), row.source(), row.waiterCount(), row.lookedIntoCount());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSocketThatGivesNothing(boolean virtual) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread reader = start(virtual, "reader", () -> accepted.getInputStream().read());
      Resource row = row("io");
      assertThat(told(row))
          .isEqualTo(List.of("io", "Socket", "Socket.SocketInputStream.read", 1L, 1L));
      String address =
          "address=127.0.0.1:" + server.getLocalPort() + " → 127.0.0.1:" + client.getLocalPort();
      assertThat(row.attributes().stream().filter(each -> !each.startsWith("descriptor")).toList())
          .isEqualTo(virtual ? List.of("for=read", address) : List.of());
      client.close();
      Await.end(reader);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSocketThatTakesNothing(boolean virtual) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread writer =
          start(
              virtual,
              "writer",
              () -> {
                while (true) {
                  client.getOutputStream().write(new byte[1 << 20]);
                }
              });
      assertThat(told(row("io")))
          .isEqualTo(List.of("io", "Socket", "Socket.SocketOutputStream.write", 1L, 1L));
      accepted.close();
      client.close();
      Await.end(writer);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerToWhichNobodyComes(boolean virtual) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread acceptor = start(virtual, "acceptor", server::accept);
      Await.until("it accepts", () -> isListed("ServerSocket.accept"));
      server.close();
      Await.end(acceptor);
    }
  }

  private boolean isListed(String source) {
    return resources.list("where kind = io and location ~ OutsideTest").rows().stream()
        .anyMatch(row -> row.source().equals(source) && row.waiterCount() == 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aChannelThatGivesNothing(boolean virtual) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketChannel client = SocketChannel.open(server.getLocalSocketAddress())) {
      Thread reader = start(virtual, "reader", () -> client.read(ByteBuffer.allocate(1)));
      assertThat(told(row("io")))
          .isEqualTo(List.of("io", "SocketChannelImpl", "SocketChannelImpl.read", 1L, 1L));
      client.close();
      Await.end(reader);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSelectorWithoutKeys(boolean virtual) throws Exception {
    try (Selector selector = Selector.open()) {
      Thread selecting = start(virtual, "selecting", () -> selector.select());
      assertThat(told(row("io")))
          .isEqualTo(List.of("io", "SelectorImpl", "SelectorImpl.select", 1L, 1L));
      selector.close();
      Await.end(selecting);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatNobodyWrites(boolean virtual) throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread reader =
        start(
            virtual,
            "reader",
            () -> {
              try (FileInputStream in = new FileInputStream(pipe.toFile())) {
                return in.read();
              }
            });
    assertThat(told(row("file")))
        .isEqualTo(List.of("file", "FileInputStream", "FileInputStream.<init>", 1L, 1L));
    new ProcessBuilder("sh", "-c", ": > " + pipe).start().waitFor();
    Await.end(reader);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProcessThatRuns(boolean virtual) throws Exception {
    Process process = new ProcessBuilder("sleep", "1000").start();
    Thread waiting = start(virtual, "waiting", () -> process.waitFor());
    assertThat(told(row("process")))
        .isEqualTo(List.of("process", "ProcessImpl", "ProcessImpl.waitFor", 1L, 1L));
    process.destroyForcibly();
    Await.end(waiting);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aThreadThatRuns(boolean virtual) {
    Thread joined = start(virtual, "joined", () -> over.await(1, TimeUnit.DAYS));
    Thread joining =
        start(
            true,
            "joining",
            () -> {
              joined.join();
              return 0;
            });
    Resource row = row("join");
    assertThat(List.of(row.type(), row.source(), row.holderName()))
        .isEqualTo(List.of(virtual ? "VirtualThread" : "Thread", "Thread.join", "joined"));
    over.countDown();
    Await.end(joining);
    Await.end(joined);
  }

  @ParameterizedTest
  @ValueSource(strings = {"threads", "virtual", "forks"})
  void aPoolThatIsNotDone(String kind) {
    ExecutorService pool =
        switch (kind) {
          case "threads" -> Executors.newFixedThreadPool(1);
          case "virtual" -> Executors.newVirtualThreadPerTaskExecutor();
          default -> Executors.newWorkStealingPool(1);
        };
    var _ = pool.submit(() -> over.await(1, TimeUnit.DAYS));
    Thread closing =
        start(
            true,
            "closing",
            () -> {
              pool.close();
              return 0;
            });
    Resource row = row("pool");
    assertThat(List.of(row.type(), row.source()))
        .isEqualTo(
            switch (kind) {
              case "threads" -> List.of("ExecutorService", "ExecutorService.close");
              case "virtual" -> List.of("ThreadPerTaskExecutor", "ThreadPerTaskExecutor.close");
              default -> List.of("ForkJoinPool", "ForkJoinPool.close");
            });
    over.countDown();
    Await.end(closing);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatDoesNotAnswer(boolean virtual) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            over.await(1, TimeUnit.DAYS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Thread asking =
          start(
              virtual,
              "asking",
              () -> client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()));
      Resource row = row("io");
      assertThat(List.of(row.type(), row.source(), row.target()))
          .isEqualTo(
              List.of(
                  "HttpClientFacade",
                  "HttpClientFacade.send",
                  "java.net.http/jdk.internal.net.http"));
      over.countDown();
      Await.end(asking);
    } finally {
      server.stop(0);
    }
  }
}
