package io.pickglass.repl.command;

import io.pickglass.repl.view.Line;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, one object per line. Loaded only when JSON is asked for: it takes a while. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Line line(Map<String, ?> object) {
    return Line.plain(MAPPER.writeValueAsString(object));
  }
}
