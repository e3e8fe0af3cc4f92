package io.pickglass.repl.target;

import io.pickglass.repl.target.Arguments.Unfit;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Structures as they are typed, in JSON, made into what JMX wants. */
final class OpenArguments {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OpenArguments() {}

  /** Whether values of that type are typed in JSON. */
  static boolean isStructure(OpenType<?> type) {
    return type instanceof CompositeType
        || type instanceof TabularType
        || type instanceof ArrayType<?> array && isStructure(array.getElementOpenType());
  }

  static Object parse(String text, OpenType<?> type) throws Unfit {
    Object json;
    try {
      json = JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new Unfit(text, type.getClassName(), expected(type));
    }
    Object made = make(json, type);
    if (made == null) {
      throw new Unfit(text, type.getClassName(), expected(type));
    }
    return made;
  }

  /** What stands between commas, or in a JSON array. */
  static List<String> elements(String text) {
    if (text.startsWith("[")) {
      try {
        return Arrays.stream(JSON.readValue(text, Object[].class))
            .map(OpenArguments::text)
            .toList();
      } catch (JacksonException e) {
        // Then it is the first of several that happens to begin so.
      }
    }
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static String text(@Nullable Object json) {
    return json instanceof List<?> || json instanceof Map<?, ?>
        ? JSON.writeValueAsString(json)
        : String.valueOf(json);
  }

  private static @Nullable Object make(@Nullable Object json, OpenType<?> type) throws Unfit {
    return switch (type) {
      case CompositeType composite -> composite(json, composite);
      case TabularType table -> table(json, table);
      case ArrayType<?> array when isStructure(array) -> array(json, array);
      default -> Arguments.parse(text(json), type.getClassName(), Optional.empty());
    };
  }

  private static @Nullable CompositeData composite(@Nullable Object json, CompositeType type)
      throws Unfit {
    Map<String, Object> given = JolokiaHttp.object(json);
    if (!given.keySet().equals(type.keySet())) {
      throw new Unfit(text(json), "CompositeData", expected(type));
    }
    Map<String, @Nullable Object> items = new HashMap<>();
    for (String item : type.keySet()) {
      items.put(item, make(given.get(item), type.getType(item)));
    }
    try {
      return new CompositeDataSupport(type, items);
    } catch (OpenDataException e) {
      throw new Unfit(text(json), "CompositeData", expected(type));
    }
  }

  private static Object table(@Nullable Object json, TabularType type) throws Unfit {
    TabularDataSupport table = new TabularDataSupport(type);
    CompositeType row = type.getRowType();
    if (json instanceof Map<?, ?> map && row.keySet().size() == 2 && row.containsKey("key")) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Map<String, @Nullable Object> both = new HashMap<>();
        both.put("key", entry.getKey());
        both.put("value", entry.getValue());
        table.put(composite(both, row));
      }
      return table;
    }
    if (!(json instanceof List<?> rows)) {
      throw new Unfit(text(json), "TabularData", expected(type));
    }
    for (Object each : rows) {
      table.put(composite(each, row));
    }
    return table;
  }

  private static Object array(@Nullable Object json, ArrayType<?> type) throws Unfit {
    if (!(json instanceof List<?> values) || type.getDimension() != 1) {
      throw new Unfit(text(json), type.getClassName(), expected(type));
    }
    Class<?> component =
        type.getElementOpenType() instanceof CompositeType
            ? CompositeData.class
            : javax.management.openmbean.TabularData.class;
    Object array = Array.newInstance(component, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, make(values.get(i), type.getElementOpenType()));
    }
    return array;
  }

  private static String expected(OpenType<?> type) {
    return switch (type) {
      case CompositeType composite -> "a JSON object with " + String.join(", ", composite.keySet());
      case TabularType table when table.getRowType().containsKey("key") -> "a JSON object";
      case TabularType table ->
          "a JSON array of objects with " + String.join(", ", table.getRowType().keySet());
      default -> "a JSON array";
    };
  }
}
