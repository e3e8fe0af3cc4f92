package io.pickglass.repl.target;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** Values of JMX in the shape in which JSON has them: maps, lists, text and numbers. */
final class OpenValues {
  private OpenValues() {}

  /** A composite with all that is in it. */
  static Map<String, Object> toMap(CompositeData data) {
    Map<String, Object> items = new LinkedHashMap<>();
    for (String item : data.getCompositeType().keySet()) {
      Object value = data.get(item);
      if (value != null) {
        items.put(item, plain(value));
      }
    }
    return items;
  }

  /** Any value. */
  static Object plain(Object value) {
    return switch (value) {
      case CompositeData data -> toMap(data);
      case long[] numbers -> LongStream.of(numbers).boxed().toList();
      case @Nullable Object[] values ->
          Arrays.stream(values).map(each -> each == null ? "" : plain(each)).toList();
      case List<?> list -> list;
      default -> value;
    };
  }
}
