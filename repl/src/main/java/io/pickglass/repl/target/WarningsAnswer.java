package io.pickglass.repl.target;

import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import io.pickglass.repl.target.TargetException.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * What a target says is the matter. What an older one does not tell is empty.
 *
 * @param active what is the matter now
 * @param rules of what it warns
 */
public record WarningsAnswer(List<Warning> active, List<WarningRule> rules) {
  static WarningsAnswer of(Map<String, Object> attributes) {
    return new WarningsAnswer(
        warnings(attributes.get("Active")),
        all(attributes.get("Rules")).stream().map(WarningsAnswer::rule).toList());
  }

  static List<Warning> warnings(@Nullable Object value) {
    return all(value).stream().map(WarningsAnswer::warning).toList();
  }

  /** A target without the bean. */
  static TargetException missing(String name) {
    return new TargetException(
        Kind.REFUSED,
        name
            + " has no warnings: its Pickglass is older than this console, which needs a newer one");
  }

  private static Warning warning(Map<String, Object> items) {
    return new Warning(
        number(items, "number"),
        text(items, "name"),
        text(items, "level"),
        text(items, "subjectKind"),
        text(items, "subject"),
        text(items, "summary"),
        number(items, "sinceMillis"),
        number(items, "seenMillis"),
        number(items, "clearedMillis"),
        number(items, "count"),
        number(items, "maxCount"),
        number(items, "value"),
        number(items, "maxValue"),
        number(items, "threshold"),
        text(items, "unit"),
        all(items.get("tasks")).stream().map(WarningsAnswer::task).toList(),
        list(items.get("evidence")).stream().map(String::valueOf).toList());
  }

  private static WarnedTask task(Map<String, Object> items) {
    return new WarnedTask(
        text(items, "id"), text(items, "name"), number(items, "value"), text(items, "sentence"));
  }

  private static WarningRule rule(Map<String, Object> items) {
    return new WarningRule(
        text(items, "name"),
        text(items, "level"),
        text(items, "defaultLevel"),
        number(items, "threshold"),
        number(items, "defaultThreshold"),
        text(items, "unit"),
        text(items, "thresholdText"),
        text(items, "raisedWhen"),
        text(items, "advice"),
        text(items, "lacks"));
  }

  private static List<Map<String, Object>> all(@Nullable Object value) {
    return list(value).stream().map(WarningsAnswer::items).toList();
  }

  private static List<?> list(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> list;
      case Object[] array -> Arrays.asList(array);
      case null, default -> List.of();
    };
  }

  private static Map<String, Object> items(Object value) {
    Map<String, Object> items = new LinkedHashMap<>();
    if (value instanceof CompositeData data) {
      data.getCompositeType().keySet().forEach(item -> items.put(item, data.get(item)));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> items.put(String.valueOf(key), item));
    }
    return items;
  }

  private static String text(Map<String, Object> items, String name) {
    return items.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<String, Object> items, String name) {
    return items.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
