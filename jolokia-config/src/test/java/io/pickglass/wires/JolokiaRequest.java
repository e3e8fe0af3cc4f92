package io.pickglass.wires;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request, as a path for GET and as JSON for POST.
 *
 * @param member an attribute or an operation; empty for none
 */
record JolokiaRequest(String type, String mbean, String member, List<Object> arguments) {
  static JolokiaRequest read(String mbean, String attribute) {
    return new JolokiaRequest("read", mbean, attribute, List.of());
  }

  static JolokiaRequest write(String mbean, String attribute, Object value) {
    return new JolokiaRequest("write", mbean, attribute, List.of(value));
  }

  static JolokiaRequest exec(String mbean, String operation, Object... arguments) {
    return new JolokiaRequest("exec", mbean, operation, List.of(arguments));
  }

  Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("mbean", mbean);
    switch (type) {
      case "write" -> json.putAll(Map.of("attribute", member, "value", arguments.getFirst()));
      case "exec" -> json.putAll(Map.of("operation", member, "arguments", arguments));
      default -> json.putAll(member.isEmpty() ? Map.of() : Map.of("attribute", member));
    }
    return json;
  }

  String asPath() {
    return Stream.concat(Stream.of(type, mbean, member), arguments.stream())
        .map(Object::toString)
        .filter(part -> !part.isEmpty())
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
