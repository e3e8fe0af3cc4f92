package io.pickglass.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends requests without waiting for the answers, a bounded number at once, and counts both. */
final class Sender implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final URI target;
  private final Tally tally;
  private final ExecutorService callbacks =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("load-", 1).factory());
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LoadSettings.TIMEOUT)
          .executor(callbacks)
          .build();
  private final Semaphore room = new Semaphore(LoadSettings.MAX_IN_FLIGHT);
  private volatile boolean stopped;

  Sender(URI target, Tally tally) {
    this.target = target;
    this.tally = tally;
  }

  void send(LoadRequest request) {
    tally.sent();
    if (!room.tryAcquire()) {
      tally.failed(Failure.NOT_SENT);
      return;
    }
    HttpRequest.Builder http =
        HttpRequest.newBuilder(target.resolve(request.path())).timeout(LoadSettings.TIMEOUT);
    if (!request.body().isEmpty()) {
      http.header("Content-Type", "application/x-www-form-urlencoded");
    }
    http.method(request.method(), BodyPublishers.ofString(request.body()));
    var _ =
        client
            .sendAsync(http.build(), BodyHandlers.discarding())
            .whenComplete((response, error) -> count(request, response, error));
  }

  /** Waits until all requests are answered or timed out; not if the thread is interrupted. */
  void awaitAnswers() {
    try {
      awaitNoneUnderWay(LoadSettings.TIMEOUT.plus(GRACE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitNoneUnderWay(Duration patience) throws InterruptedException {
    if (room.tryAcquire(LoadSettings.MAX_IN_FLIGHT, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      room.release(LoadSettings.MAX_IN_FLIGHT);
    }
  }

  /** Abandons what is under way and returns when it is counted and the threads have ended. */
  @Override
  public void close() {
    stopped = true;
    // The interrupt has done its work by now; here it would leave threads behind.
    boolean interrupted = Thread.interrupted();
    client.shutdownNow();
    try {
      var _ = client.awaitTermination(GRACE);
      // The client has ended, and may still be about to say so of some requests.
      awaitNoneUnderWay(GRACE);
      callbacks.shutdown();
      var _ = callbacks.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(
      LoadRequest request, @Nullable HttpResponse<Void> response, @Nullable Throwable error) {
    if (response == null) {
      tally.failed(stopped ? Failure.ABANDONED : failure(error));
    } else if (response.statusCode() == request.status()) {
      tally.answered(request.kind());
    } else {
      tally.failed(Failure.STATUS);
    }
    room.release();
  }

  private static Failure failure(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof HttpTimeoutException ? Failure.TIMEOUT : Failure.CONNECTION;
  }
}
