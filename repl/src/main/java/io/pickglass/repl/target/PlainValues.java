package io.pickglass.repl.target;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/** Any value of JMX as JSON would have it: maps, lists, text, numbers, booleans and null. */
final class PlainValues {
  private static final Set<String> ENTRY = Set.of("key", "value");

  private PlainValues() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case CompositeData data -> composite(data);
      case TabularData table -> table(table);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, each) -> plain.put(String.valueOf(key), of(each)));
        yield plain;
      }
      case Collection<?> all -> list(all);
      case Number number -> number;
      case Boolean truth -> truth;
      case Date date -> date.toInstant().toString();
      case Object array when array.getClass().isArray() -> array(array);
      default -> value.toString();
    };
  }

  private static Map<String, @Nullable Object> composite(CompositeData data) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    for (String item : data.getCompositeType().keySet()) {
      items.put(item, of(data.get(item)));
    }
    return items;
  }

  /** Rows in the order of their keys: a table of JMX has none, and would change with each look. */
  private static Object table(TabularData table) {
    if (table.getTabularType().getRowType().keySet().equals(ENTRY)) {
      Map<String, @Nullable Object> entries = new TreeMap<>();
      for (Object row : table.values()) {
        CompositeData entry = (CompositeData) row;
        entries.put(String.valueOf(of(entry.get("key"))), of(entry.get("value")));
      }
      return entries;
    }
    List<String> keys = table.getTabularType().getIndexNames();
    return table.values().stream()
        .map(CompositeData.class::cast)
        .sorted(
            Comparator.comparing(
                row -> List.of(row.getAll(keys.toArray(String[]::new))).toString()))
        .map(PlainValues::composite)
        .toList();
  }

  private static List<@Nullable Object> list(Collection<?> all) {
    List<@Nullable Object> plain = new ArrayList<>();
    all.forEach(each -> plain.add(of(each)));
    return plain;
  }

  private static List<@Nullable Object> array(Object array) {
    List<@Nullable Object> plain = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      plain.add(of(Array.get(array, i)));
    }
    return plain;
  }
}
