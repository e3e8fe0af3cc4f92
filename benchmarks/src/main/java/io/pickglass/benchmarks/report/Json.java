package io.pickglass.benchmarks.report;

import io.pickglass.benchmarks.row.Aim;
import io.pickglass.benchmarks.row.Figures;
import io.pickglass.benchmarks.row.Result;
import io.pickglass.benchmarks.row.Result.Point;
import io.pickglass.benchmarks.row.Row;
import io.pickglass.benchmarks.row.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON, one object on one line for each row. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** A result. */
  public static String line(Result result) {
    Row row = result.row();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("row", row.id());
    object.put("what", row.what());
    object.put("unit", row.unit().symbol());
    object.put("beside", result.beside());
    object.put("plain", rounded(result.plain()));
    object.put("who", result.who());
    object.put("watched", rounded(result.watched()));
    object.put(row.reading().kind(), rounded(result.compared().median()));
    object.putAll(figures(result.compared()));
    Aim aim = row.aim();
    object.put("aim", aim == null ? null : aim.text(row.comparedUnit()));
    object.put("met", result.met());
    object.put("noisy", result.isNoisy());
    if (!result.curve().isEmpty()) {
      object.put("curve", result.curve().stream().map(Json::point).toList());
    }
    return line(object);
  }

  /** Any object. */
  static String line(Map<String, ? extends @Nullable Object> object) {
    return MAPPER.writeValueAsString(object);
  }

  private static Map<String, Object> point(Point point) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", point.at());
    object.put("plain", figures(point.plain()));
    object.put("watched", figures(point.watched()));
    return object;
  }

  private static Map<String, Double> figures(Figures figures) {
    Map<String, Double> object = new LinkedHashMap<>();
    object.put("min", round(figures.min()));
    object.put("median", round(figures.median()));
    object.put("max", round(figures.max()));
    return object;
  }

  private static @Nullable Double rounded(@Nullable Double figure) {
    return figure == null ? null : round(figure);
  }

  // To four digits: more are noise.
  private static @Nullable Double round(double figure) {
    return Double.isFinite(figure)
        ? (Double)
            new java.math.BigDecimal(figure).round(new java.math.MathContext(4)).doubleValue()
        : null;
  }

  /** The result of a line that {@link #line(Result)} wrote; empty if its row is no more. */
  static Optional<Result> result(String line) {
    JsonNode object = MAPPER.readTree(line);
    return Rows.all().stream()
        .filter(row -> row.id().equals(object.path("row").asString("")))
        .findFirst()
        .map(row -> result(row, object));
  }

  private static Result result(Row row, JsonNode object) {
    List<Point> curve =
        object
            .path("curve")
            .valueStream()
            .map(point ->
                new Point(
                    point.path("at").intValue(),
                    figures(point.path("plain")),
                    figures(point.path("watched"))))
            .toList();
    return new Result(
        row,
        object.path("beside").asString(""),
        number(object.path("plain")),
        object.path("who").asString(""),
        number(object.path("watched")),
        figures(object),
        curve);
  }

  private static Figures figures(JsonNode object) {
    return new Figures(
        object.path("min").doubleValue(Double.NaN),
        object.path("median").doubleValue(Double.NaN),
        object.path("max").doubleValue(Double.NaN));
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? (Double) value.doubleValue() : null;
  }

  /** The value of a line of strings. */
  static Map<String, String> strings(String line) {
    Map<String, String> strings = new LinkedHashMap<>();
    MAPPER
        .readTree(line)
        .properties()
        .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString("")));
    return strings;
  }
}
