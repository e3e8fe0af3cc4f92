package io.pickglass.demo;

import io.pickglass.Pickglass;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.load.Failure;
import io.pickglass.demo.load.Load;
import io.pickglass.demo.load.LoadResult;
import io.pickglass.demo.service.Service;
import io.pickglass.demo.trouble.Troubles;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Service and load together: what is opened is closed in the reverse order.
 *
 * <p><b>Threads:</b> {@link #start} and {@link #close} exclude each other; a close that comes first
 * makes the start do nothing.
 */
final class Demo implements AutoCloseable {
  /** Closes one part. */
  @FunctionalInterface
  private interface Part {
    void close() throws Exception;
  }

  private final Options options;
  private final PrintStream out;
  private final PrintStream notices;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final CompletableFuture<LoadResult> loadEnd = new CompletableFuture<>();
  private boolean closed;

  Demo(Options options, PrintStream out, PrintStream notices) {
    this.options = options;
    this.out = out;
    this.notices = notices;
  }

  /** Opens everything, says where, and starts the load. */
  synchronized void start() throws IOException, SQLException {
    if (closed) {
      return;
    }
    Pickglass.start();
    Database database =
        options.database().isPresent()
            ? Database.at(options.database().get())
            : Database.inMemory();
    parts.push(database::close);
    Troubles troubles = new Troubles(database.pool());
    Service service = Service.start(options.port(), database, troubles, notices::println);
    parts.push(service::close);
    // Pushed after the service, so closed before it: requests that queue in a trouble get on.
    parts.push(troubles::close);
    options.troubles().forEach(name -> troubles.get(name).turn(true));
    out.println("service " + service.uri());
    out.println("ready");
    options
        .load()
        .ifPresentOrElse(
            settings -> {
              Load load = Load.start(service.uri(), settings, troubles.pool()::isOn);
              parts.push(() -> endLoad(load));
              var _ = load.end().thenAccept(this::loadEnded);
            },
            () -> loadEnd.complete(LoadResult.NONE));
  }

  /** Completed when the load has ended and its result is printed. */
  CompletableFuture<LoadResult> loadEnd() {
    return loadEnd.copy();
  }

  /** Stops the load, drains the service and closes the database; once. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        notices.println("while stopping: " + e); // the other parts must be closed all the same
      }
    }
  }

  private void endLoad(Load load) {
    load.close();
    loadEnd.join(); // its line is printed before the service ends
  }

  private void loadEnded(LoadResult result) {
    out.println(
        "load done: requests=%d created=%d failed=%d%s"
            .formatted(
                result.requests(), result.created(), result.failed(), kinds(result.failures())));
    loadEnd.complete(result);
  }

  // " (not_sent=12 timeout=3)", or nothing.
  private static String kinds(Map<Failure, Long> failures) {
    return failures.isEmpty()
        ? ""
        : failures.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + "=" + entry.getValue())
            .collect(Collectors.joining(" ", " (", ")"));
  }
}
