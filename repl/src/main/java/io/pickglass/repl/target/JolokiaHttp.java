package io.pickglass.repl.target;

import io.pickglass.mxbean.ObjectNames;
import io.pickglass.repl.target.TargetException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a Jolokia agent, and how they fail, in our words. */
final class JolokiaHttp {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI uri;
  private final Optional<String> authorization;
  private final HttpClient client;

  private volatile boolean hasAnswered;

  JolokiaHttp(URI given, Access access) {
    this.uri = URI.create(given.toString().replaceFirst("//[^/@]*@", "//"));
    this.authorization =
        access.hasUser()
            ? Optional.of(basic(access.user() + ":" + access.password()))
            : Optional.ofNullable(given.getUserInfo()).map(JolokiaHttp::basic);
    if (access.tls().wanted() && !uri.getScheme().equals("https")) {
      throw new TargetException(
          Kind.BAD_ADDRESS, name() + " is without TLS: give it as https://, or leave `--tls` out");
    }
    // HTTP/2 would be tried by an upgrade that the JDK's server of Jolokia does not know.
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (!access.tls().isDefault()) {
      builder.sslContext(access.tls().context());
    }
    this.client = builder.build();
  }

  String name() {
    return uri.toString();
  }

  /** The values of all requests, in their order; the first error of any is thrown. */
  List<Object> post(List<Map<String, Object>> requests, Duration timeout) {
    return exchange(requests, timeout).stream().map(this::value).toList();
  }

  /** The answers to all requests, in their order, with their errors. */
  List<Map<String, Object>> exchange(List<Map<String, Object>> requests, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            // What our policy for Jolokia asks for; browsers cannot send it, other policies pass
            // over it.
            .header("Origin", "pickglass")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(requests)));
    authorization.ifPresent(value -> request.header("Authorization", value));
    HttpResponse<byte[]> response = send(request.build(), timeout);
    List<?> answers = answers(response, requests.size());
    hasAnswered = true;
    return answers.stream().map(JolokiaHttp::object).toList();
  }

  /** What to say when it does not let us change anything. */
  TargetException readOnly(TargetException refused) {
    return new TargetException(
        Kind.REFUSED,
        name()
            + " does not let us change anything, as Jolokia should be set up: connect over JMX, by"
            + " process id or host:port",
        refused);
  }

  void close() {
    client.shutdownNow();
  }

  /** A JSON object; an empty one for anything else. */
  static Map<String, Object> object(@Nullable Object json) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> map) {
      map.forEach((name, value) -> object.put(String.valueOf(name), value));
    }
    return object;
  }

  /** A JSON array; an empty one for anything else. */
  static List<?> list(@Nullable Object json) {
    return json instanceof List<?> list ? list : List.of();
  }

  private HttpResponse<byte[]> send(HttpRequest request, Duration timeout) {
    // Not HttpRequest.timeout(): it no longer counts once the headers are there.
    return Deadline.call(
        timeout,
        name(),
        () -> {
          try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
          } catch (InterruptedException e) {
            throw new StoppedException();
          } catch (IOException e) {
            throw notReached(e);
          }
        });
  }

  private TargetException notReached(IOException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Optional<String> trouble = TlsTrouble.of(failure);
    if (trouble.isPresent()) {
      return new TargetException(Kind.UNREACHABLE, name() + trouble.get(), failure);
    }
    String why =
        switch (root) {
          case UnresolvedAddressException _ ->
              " names a host that is not known: is it spelled right?";
          case ConnectException _ -> refused();
          case ClosedChannelException _ -> refused();
          default ->
              " does not answer as an HTTP server ("
                  + TargetException.root(failure)
                  + "): "
                  + hint();
        };
    return new TargetException(Kind.UNREACHABLE, name() + why, failure);
  }

  private String refused() {
    if (hasAnswered) {
      return " no longer accepts connections: it has probably ended";
    }
    return " does not accept connections (nothing listens there): is the port right, and does the"
        + " process run with the Jolokia agent?";
  }

  private List<?> answers(HttpResponse<byte[]> response, int expected) {
    if (response.statusCode() == 401) {
      throw new TargetException(
          Kind.REFUSED,
          authorization.isPresent()
              ? name() + " does not let us in: are name and password right?"
              : "%s wants a name and a password: `connect %s --user NAME` asks for the password"
                  .formatted(name(), name()));
    }
    Object json = null;
    try {
      json = JSON.readValue(response.body(), Object.class);
    } catch (JacksonException e) {
      // Not JSON, so not Jolokia: said below.
    }
    // An error about the whole request is an object with a status.
    if (json instanceof Map<?, ?> single && single.containsKey("status")) {
      value(object(single));
    }
    if (json instanceof List<?> list && list.size() == expected) {
      return list;
    }
    if (response.statusCode() == 403) {
      throw new TargetException(
          Kind.REFUSED,
          name()
              + " does not let us in (HTTP 403): "
              + (uri.getScheme().equals("https")
                  ? "it may want a certificate of ours: give it and its key with `--client-key FILE` (PKCS#12)"
                  : "it may not be meant for this machine"));
    }
    String type = response.headers().firstValue("Content-Type").orElse("no content type");
    throw new TargetException(
        Kind.UNREACHABLE,
        "%s answers, but not as Jolokia (HTTP %d, %s): %s"
            .formatted(name(), response.statusCode(), type, hint()));
  }

  private Object value(Map<String, Object> answer) {
    if (answer.get("status") instanceof Number status && status.intValue() == 200) {
      return answer.getOrDefault("value", "");
    }
    String error = String.valueOf(answer.get("error"));
    String request = String.valueOf(object(answer.get("request")).getOrDefault("mbean", ""));
    if (String.valueOf(answer.get("error_type")).endsWith("InstanceNotFoundException")) {
      if (request.equals(ObjectNames.RUNTIMES.toString())) {
        return ""; // an older target, which knows of none
      }
      if (request.equals(ObjectNames.WARNINGS.toString())) {
        throw WarningsAnswer.missing(name());
      }
      throw SubjectBeans.missing(name(), request).orElseGet(() -> LocalJvms.hasNoPickglass(name()));
    }
    if ((request.equals(ObjectNames.TASKS.toString())
            || request.equals(ObjectNames.RESOURCES.toString()))
        && String.valueOf(answer.get("error_type")).endsWith("IllegalArgumentException")) {
      throw new TargetException(Kind.BAD_QUESTION, error);
    }
    String about = request.isEmpty() ? "" : " about " + request;
    throw new TargetException(
        Kind.REFUSED, name() + " answered a question" + about + " with an error: " + error);
  }

  private static String hint() {
    return "give the URL of a Jolokia agent, such as http://127.0.0.1:8778/jolokia";
  }

  private static String basic(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
