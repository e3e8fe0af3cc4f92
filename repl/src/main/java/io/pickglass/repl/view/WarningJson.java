package io.pickglass.repl.view;

import io.pickglass.model.WarnedTask;
import io.pickglass.model.Warning;
import io.pickglass.model.WarningRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warnings and their rules as maps for JSON. */
public final class WarningJson {
  private WarningJson() {}

  /** A warning; without {@code clearedMillis} while it is active. */
  public static Map<String, Object> of(Warning warning) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", warning.number());
    json.put("warning", warning.name());
    json.put("level", warning.level());
    json.put(warning.subjectKind(), warning.subject());
    json.put("summary", warning.summary());
    json.put("sinceMillis", warning.sinceMillis());
    json.put("seenMillis", warning.seenMillis());
    if (warning.clearedMillis() != 0) {
      json.put("clearedMillis", warning.clearedMillis());
    }
    json.put("count", warning.count());
    json.put("maxCount", warning.maxCount());
    json.put("value", warning.value());
    json.put("maxValue", warning.maxValue());
    json.put("threshold", warning.threshold());
    json.put("unit", warning.unit());
    json.put("tasks", warning.tasks().stream().map(WarningJson::of).toList());
    json.put("evidence", warning.evidence());
    return json;
  }

  private static Map<String, Object> of(WarnedTask task) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.id());
    json.put("name", task.name());
    json.put("value", task.value());
    json.put("sentence", task.sentence());
    return json;
  }

  /** A rule; without {@code lacks} if it lacks nothing. */
  public static Map<String, Object> of(WarningRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("warning", rule.name());
    json.put("level", rule.level());
    json.put("defaultLevel", rule.defaultLevel());
    json.put("threshold", rule.threshold());
    json.put("defaultThreshold", rule.defaultThreshold());
    json.put("unit", rule.unit());
    json.put("raisedWhen", rule.raisedWhen());
    json.put("advice", rule.advice());
    if (!rule.lacks().isEmpty()) {
      json.put("lacks", rule.lacks());
    }
    return json;
  }
}
