package io.pickglass.wires;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jolokia.json.JSONArray;
import org.jolokia.json.JSONObject;
import org.jolokia.json.parser.JSONParser;

/**
 * Talks to a Jolokia agent as any client would; with our origin, unless other headers are given.
 */
final class JolokiaClient implements AutoCloseable {
  private static final Map<String, String> OURS = Map.of("Origin", "pickglass");

  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();

  JolokiaClient(URI url) {
    this.url = url;
  }

  /** The answer to a GET of a path below the agent's address. */
  JSONObject get(String path) throws Exception {
    return new JSONParser().parse(get(path, OURS).body(), JSONObject.class);
  }

  HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
    return send(request(path, headers).GET());
  }

  /** The answer to one request. */
  JSONObject post(Map<String, ?> request) throws Exception {
    HttpResponse<String> answer = post(object(request).toJSONString(), OURS);
    return new JSONParser().parse(answer.body(), JSONObject.class);
  }

  /** The answers to several requests, in one round trip. */
  @SuppressWarnings("unchecked") // a bulk answer is an array of objects
  List<JSONObject> bulk(List<Map<String, ?>> requests) throws Exception {
    JSONArray json = new JSONArray();
    requests.forEach(request -> json.add(object(request)));
    HttpResponse<String> answer = post(json.toJSONString(), OURS);
    return (List<JSONObject>) (List<?>) new JSONParser().parse(answer.body(), JSONArray.class);
  }

  HttpResponse<String> post(String json, Map<String, String> headers) throws Exception {
    return send(request("", headers).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** What a browser sends before it lets a page make a request. */
  HttpResponse<String> preflight(String origin) throws Exception {
    Map<String, String> headers = Map.of("Origin", origin, "Access-Control-Request-Method", "POST");
    return send(request("", headers).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  static JSONObject object(Map<String, ?> items) {
    JSONObject json = new JSONObject();
    json.putAll(items);
    return json;
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(Await.DEADLINE);
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
