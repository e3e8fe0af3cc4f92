package io.pickglass.repl.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines: whole, or only what the index needs, which is much faster. */
final class LineReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonFactory FACTORY = new JsonFactory();

  private LineReader() {}

  /** All that is in a line; empty if it is no object. */
  static Map<String, Object> object(byte[] line) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (MAPPER.readValue(line, Object.class) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> object.put(String.valueOf(key), value));
    }
    return object;
  }

  /** The texts and numbers at the top of a line; the rest is only gone through. */
  static Map<String, Object> scalars(byte[] buffer, int offset, int length) {
    Map<String, Object> scalars = new LinkedHashMap<>();
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), buffer, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        Object value = scalar(parser, parser.nextToken());
        if (value != null) {
          scalars.put(name, value);
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than an object");
      }
    }
    return scalars;
  }

  private static @Nullable Object scalar(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case START_OBJECT, START_ARRAY -> {
        parser.skipChildren();
        yield null;
      }
      default -> null;
    };
  }
}
