package io.pickglass.repl.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Objects as lines of comma-separated values; what is no plain value stands there as JSON. */
public final class Csv {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Csv() {}

  /** All objects below one header, which has every field of any, in the order of their coming. */
  public static List<String> lines(List<? extends Map<String, ?>> objects) {
    Set<String> columns = new LinkedHashSet<>();
    objects.forEach(object -> columns.addAll(object.keySet()));
    List<String> lines = new ArrayList<>();
    if (!columns.isEmpty()) {
      lines.add(header(List.copyOf(columns)));
    }
    objects.forEach(object -> lines.add(row(List.copyOf(columns), object)));
    return lines;
  }

  /** The names of the fields. */
  public static String header(List<String> columns) {
    return columns.stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  /** One object. */
  public static String row(List<String> columns, Map<String, ?> object) {
    return columns.stream()
        .map(column -> quoted(text(object.get(column))))
        .collect(Collectors.joining(","));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Number number -> number.toString();
      case Boolean yes -> yes.toString();
      default -> MAPPER.writeValueAsString(value);
    };
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
