package io.pickglass.repl.view;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks as maps for JSON; what cannot be known is left out. */
public final class TaskJson {
  private TaskJson() {}

  /** All that is known of it. */
  public static Map<String, Object> of(TaskRow task) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.id());
    json.put("kind", task.kind());
    json.put("state", task.state());
    json.put("name", task.name());
    json.put("monitor", task.monitor());
    json.put("location", task.location());
    putKnown(json, "target", task.target());
    putKnown(json, "parent", task.parent());
    putKnown(json, "thrown", task.thrown());
    putKnown(json, "createdMillis", task.createdMillis());
    putKnown(json, "totalNanos", task.totalNanos());
    putKnown(json, "busyNanos", task.busyNanos());
    putKnown(json, "scheduledNanos", task.scheduledNanos());
    putKnown(json, "idleNanos", task.idleNanos());
    putKnown(json, "firstPollDelayNanos", task.firstPollDelayNanos());
    putKnown(json, "stateNanos", task.stateNanos());
    putKnown(json, "pollCount", task.pollCount());
    putKnown(json, "wakeCount", task.wakeCount());
    putKnown(json, "selfWakeCount", task.selfWakeCount());
    putKnown(json, "lastPollNanos", task.lastPollNanos());
    putKnown(json, "lastPollAgoNanos", task.lastPollAgoNanos());
    putKnown(json, "lastWakeAgoNanos", task.lastWakeAgoNanos());
    putKnown(json, "wokenBy", task.wokenBy());
    if (!task.fields().isEmpty()) {
      json.put("fields", task.fields());
    }
    return json;
  }

  /**
   * A group.
   *
   * @param by what its tasks have in common
   */
  public static Map<String, Object> of(String by, TaskGroup group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", by);
    json.put("value", group.value());
    json.put("taskCount", group.taskCount());
    json.put("runningCount", group.runningCount());
    json.put("scheduledCount", group.scheduledCount());
    json.put("idleCount", group.idleCount());
    json.put("endedCount", group.endedCount());
    putKnown(json, "totalNanos", group.totalNanos());
    putKnown(json, "busyNanos", group.busyNanos());
    putKnown(json, "scheduledNanos", group.scheduledNanos());
    putKnown(json, "idleNanos", group.idleNanos());
    putKnown(json, "pollCount", group.pollCount());
    return json;
  }

  /** The task with all that belongs to it. */
  public static Map<String, Object> of(TaskDetail detail) {
    Map<String, Object> json = of(detail.task());
    if (detail.spreadSinceMillis() > 0) {
      json.put("spreadSinceMillis", detail.spreadSinceMillis());
      json.put("polls", of(detail.polls()));
      json.put("waits", of(detail.waits()));
    }
    json.put("sections", detail.sections().stream().map(TaskJson::of).toList());
    json.put("childCount", detail.childCount());
    json.put("children", detail.children().stream().map(TaskJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Spread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", spread.count());
    if (spread.count() > 0) {
      List.of(10, 25, 50, 75, 90, 95, 99)
          .forEach(
              percent -> json.put("p" + percent + "Nanos", TaskView.percentile(spread, percent)));
      json.put("maxNanos", spread.max());
      json.put("upToNanos", spread.upTo());
      json.put("counts", spread.counts());
    }
    return json;
  }

  private static void putKnown(Map<String, Object> json, String name, long value) {
    if (value >= 0) {
      json.put(name, value);
    }
  }

  private static void putKnown(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
