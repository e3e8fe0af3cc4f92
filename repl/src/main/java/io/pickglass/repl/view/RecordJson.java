package io.pickglass.repl.view;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of the model as maps for JSON, under their own names; what cannot be known is left out.
 */
public final class RecordJson {
  private RecordJson() {}

  /** All that is known of it. */
  public static Map<String, Object> of(Record row) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (RecordComponent each : row.getClass().getRecordComponents()) {
      try {
        Object value = each.getAccessor().invoke(row);
        if (isKnown(value)) {
          json.put(each.getName(), plain(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record of the model cannot be read: " + each, e);
      }
    }
    return json;
  }

  private static boolean isKnown(Object value) {
    return switch (value) {
      case Number number -> number.longValue() >= 0;
      case String text -> !text.isEmpty();
      default -> true;
    };
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Record row -> of(row);
      case List<?> rows -> rows.stream().map(RecordJson::plain).toList();
      default -> value;
    };
  }
}
