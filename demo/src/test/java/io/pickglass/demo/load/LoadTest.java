package io.pickglass.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pickglass.demo.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {
  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void startAServerThatAnswersWhenItIsLetTo() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            arrivals.add(System.nanoTime());
            answers.await();
            exchange.sendResponseHeaders(status, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    answers.countDown();
    server.stop(0);
    executor.close();
  }

  @Test
  void everyRequestOfTheDurationIsSentOnceAndCountedOnce() {
    answers.countDown();
    LoadResult result = run(LoadSettings.during(Duration.ofMillis(500), 400, 42));

    assertThat(result.requests()).isEqualTo(200).isEqualTo(arrivals.size());
    assertThat(result.created() + result.greeted() + result.refused() + result.failed())
        .isEqualTo(200);
  }

  @Test
  void anAnswerOfAnotherStatusThanWasOwedIsAFailure() {
    answers.countDown();
    LoadResult result = run(new LoadSettings(1_000, 100, 42));

    // The server says 200 to everything: right for greetings only.
    assertThat(result.created()).isZero();
    assertThat(result.greeted()).isPositive();
    assertThat(result.failures())
        .containsOnlyKeys(Failure.STATUS)
        .containsEntry(Failure.STATUS, 100 - result.greeted());
  }

  @Test
  void aServerThatIsNotThereIsAFailureOfTheConnection() {
    answers.countDown();
    URI gone = uri();
    server.stop(0);
    LoadResult result;
    try (Load load = Load.start(gone, new LoadSettings(1_000, 10, 42), () -> false)) {
      result = load.end().join();
    }
    assertThat(result.failures()).containsOnlyKeys(Failure.CONNECTION);
    assertThat(result.failed()).isEqualTo(10);
  }

  @Test
  void noMoreThanTheBoundIsUnderWayAndTheRestIsNotSent() throws Exception {
    int tooMany = LoadSettings.MAX_IN_FLIGHT + 40;
    try (Load load = start(new LoadSettings(10_000, tooMany, 42))) {
      Await.until("all are sent or refused", () -> load.soFar().requests() == tooMany);
      Await.until("the sent have arrived", () -> arrivals.size() == LoadSettings.MAX_IN_FLIGHT);
      assertThat(load.soFar().failures()).containsEntry(Failure.NOT_SENT, 40L);
    }
  }

  @Test
  void stoppingWaitsForNobodyAndLeavesNoThread() throws Exception {
    Load load = start(LoadSettings.endless(200, 42));
    Await.until("something hangs", () -> arrivals.size() >= 20);

    long start = System.nanoTime();
    load.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(took).isLessThan(LoadSettings.TIMEOUT.dividedBy(2));
    LoadResult result = load.end().get(1, TimeUnit.SECONDS);
    assertThat(result.failures()).containsOnlyKeys(Failure.ABANDONED);
    assertThat(result.failed()).isEqualTo(result.requests());
    server.stop(0);
    Await.noThreadsOfTheDemo();
  }

  @Test
  void requestsAreDueInEvenStepsAndNoneIsLostHoweverLongItRuns() {
    assertThat(Load.due(0, 50, false)).isZero();
    assertThat(Load.due(1, 50, false)).isEqualTo(20_000_000);
    assertThat(Load.due(51, 50, false)).isEqualTo(1_020_000_000);
    // A month of a thousand a second.
    assertThat(Load.due(2_592_000_000L, 1_000, false)).isEqualTo(2_592_000_000_000_000L);
  }

  @Test
  void inBurstsFiftyAreDueAtOnceAndTheRateStaysTheSame() {
    assertThat(Load.due(0, 50, true)).isZero();
    assertThat(Load.due(49, 50, true)).isZero();
    assertThat(Load.due(50, 50, true)).isEqualTo(1_000_000_000);
    assertThat(Load.due(99, 50, true)).isEqualTo(1_000_000_000);
    assertThat(Load.due(100, 50, true)).isEqualTo(2_000_000_000);
  }

  @Test
  void howRequestsComeIsAskedWhileTheLoadRuns() {
    answers.countDown();
    AtomicInteger asked = new AtomicInteger();
    LoadSettings settings = new LoadSettings(1_000, 100, 42);
    try (Load load = Load.start(uri(), settings, () -> asked.incrementAndGet() > 50)) {
      assertThat(load.end().join().requests()).isEqualTo(100);
    }
    assertThat(asked).hasValue(100);
  }

  @Test
  void withoutRequestsItEndsAtOnce() {
    assertThat(run(new LoadSettings(1, 0, 42))).isEqualTo(LoadResult.NONE);
  }

  private LoadResult run(LoadSettings settings) {
    try (Load load = start(settings)) {
      return load.end().join();
    }
  }

  private Load start(LoadSettings settings) {
    return Load.start(uri(), settings, () -> false);
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
