package io.pickglass.demo.service;

import com.sun.net.httpserver.HttpExchange;
import io.pickglass.Pickglass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as a value; what was answered is known before a byte of it is sent. */
record Response(int status, Map<String, String> headers, String body) {
  static Response text(int status, String sentence) {
    return new Response(
        status, Map.of("Content-Type", "text/plain; charset=utf-8"), sentence + "\n");
  }

  static Response json(int status, Json json) {
    return new Response(status, Map.of("Content-Type", "application/json"), json + "\n");
  }

  static Response wrongMethod(String allowed) {
    return new Response(
        405,
        Map.of("Content-Type", "text/plain; charset=utf-8", "Allow", allowed),
        "allowed here: " + allowed + "\n");
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    ServerTiming.set(exchange.getResponseHeaders(), Pickglass.currentTask());
    if (status == 413) {
      // The rest of the body is not read; on a connection kept alive it would be the next request.
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
