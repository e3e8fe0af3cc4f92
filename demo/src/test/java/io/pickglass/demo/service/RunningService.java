package io.pickglass.demo.service;

import io.pickglass.Pickglass;
import io.pickglass.catalog.TaskMetric;
import io.pickglass.demo.database.Database;
import io.pickglass.demo.database.Users;
import io.pickglass.demo.trouble.Troubles;
import io.pickglass.model.TaskMetrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service of its own for one test, and a client. */
final class RunningService implements AutoCloseable {
  final Database database;
  final Troubles troubles;
  final Service service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final long insertedBefore;

  RunningService() throws Exception {
    this(Database.inMemory());
  }

  RunningService(Database database) throws Exception {
    Pickglass.start();
    this.database = database;
    troubles = new Troubles(database.pool());
    service = Service.start(0, database, troubles, notice -> {});
    insertedBefore = endedWell("users.insert");
  }

  URI uri() {
    return service.uri();
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  long rows() throws Exception {
    return new Users(database.pool()).count();
  }

  /** Requests to the route of that name so far, as {@code GET /stats} tells. */
  long requests(String route) throws Exception {
    Matcher matcher =
        Pattern.compile(Pattern.quote("\"" + route + "\":") + "(\\d+)")
            .matcher(get("stats").body());
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }

  /** Insertions that Pickglass saw end well since this service started. */
  long inserted() {
    return endedWell("users.insert") - insertedBefore;
  }

  static long endedWell(String monitor) {
    TaskMetrics metrics = Pickglass.monitor(monitor).cumulative();
    return metrics.get(TaskMetric.ENDED_COUNT) - metrics.get(TaskMetric.FAILED_COUNT);
  }

  @Override
  public void close() throws Exception {
    client.shutdownNow();
    client.awaitTermination(Duration.ofSeconds(5));
    troubles.close();
    service.close();
    database.close();
  }
}
