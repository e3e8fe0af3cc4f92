package io.pickglass.demo.service;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler sees of an exchange. */
final class Request {
  /** The longest body that is read, in bytes. */
  static final int MAX_BODY = 4096;

  private final HttpExchange exchange;

  Request(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** The values of {@code ?name=value&…}. */
  Map<String, String> query() throws Refusal {
    return decoded(exchange.getRequestURI().getRawQuery());
  }

  /** The values of a body sent by a form or by {@code curl -d name=value}. */
  Map<String, String> form() throws IOException, Refusal {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new Refusal(413, "the body must not be longer than " + MAX_BODY + " bytes");
    }
    return decoded(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> decoded(@Nullable String form) throws Refusal {
    Map<String, String> values = new HashMap<>();
    if (form == null) {
      return values;
    }
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      values.put(decode(name), equals < 0 ? "" : decode(field.substring(equals + 1)));
    }
    return values;
  }

  private static String decode(String text) throws Refusal {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "a '%' must be followed by two hexadecimal digits");
    }
  }
}
