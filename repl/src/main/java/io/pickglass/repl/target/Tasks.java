package io.pickglass.repl.target;

import io.pickglass.model.Spread;
import io.pickglass.model.TaskDetail;
import io.pickglass.model.TaskGroup;
import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks as they come over a wire. What another version does not tell cannot be known. */
final class Tasks {
  private Tasks() {}

  static TaskList list(Map<String, Object> items) {
    if (!items.containsKey("matchedCount")) {
      throw new IllegalArgumentException("a list of tasks without matchedCount");
    }
    return new TaskList(
        text(items, "query"),
        number(items, "atMillis"),
        number(items, "liveCount"),
        number(items, "endedCount"),
        number(items, "unlistedCount"),
        number(items, "matchedCount"),
        number(items, "runningCount"),
        number(items, "scheduledCount"),
        number(items, "idleCount"),
        number(items, "offset"),
        each(items, "rows", Tasks::row),
        each(items, "groups", Tasks::group));
  }

  static TaskDetail detail(Map<String, Object> items) {
    TaskRow task = row(JolokiaHttp.object(items.get("task")));
    if (task.id().isEmpty()) {
      throw new IllegalArgumentException("a task without id");
    }
    return new TaskDetail(
        task,
        number(items, "spreadSinceMillis"),
        spread(JolokiaHttp.object(items.get("polls"))),
        spread(JolokiaHttp.object(items.get("waits"))),
        each(items, "sections", Tasks::row),
        each(items, "children", Tasks::row),
        number(items, "childCount"));
  }

  private static TaskRow row(Map<String, Object> items) {
    return new TaskRow(
        text(items, "id"),
        text(items, "kind"),
        text(items, "state"),
        text(items, "name"),
        text(items, "monitor"),
        text(items, "location"),
        text(items, "target"),
        text(items, "parent"),
        text(items, "thrown"),
        number(items, "createdMillis"),
        number(items, "totalNanos"),
        number(items, "busyNanos"),
        number(items, "scheduledNanos"),
        number(items, "idleNanos"),
        number(items, "firstPollDelayNanos"),
        number(items, "stateNanos"),
        number(items, "pollCount"),
        number(items, "wakeCount"),
        number(items, "selfWakeCount"),
        number(items, "lastPollNanos"),
        number(items, "lastPollAgoNanos"),
        number(items, "lastWakeAgoNanos"),
        text(items, "wokenBy"),
        JolokiaHttp.list(items.get("fields")).stream().map(String::valueOf).toList());
  }

  private static TaskGroup group(Map<String, Object> items) {
    return new TaskGroup(
        text(items, "value"),
        number(items, "taskCount"),
        number(items, "runningCount"),
        number(items, "scheduledCount"),
        number(items, "idleCount"),
        number(items, "endedCount"),
        number(items, "totalNanos"),
        number(items, "busyNanos"),
        number(items, "scheduledNanos"),
        number(items, "idleNanos"),
        number(items, "pollCount"));
  }

  private static Spread spread(Map<String, Object> items) {
    return new Spread(
        Math.max(0, number(items, "count")),
        number(items, "p10"),
        number(items, "p25"),
        number(items, "p50"),
        number(items, "p75"),
        number(items, "p90"),
        number(items, "p95"),
        number(items, "p99"),
        number(items, "max"),
        numbers(items.get("upTo")),
        numbers(items.get("counts")));
  }

  private static List<Long> numbers(@Nullable Object value) {
    return JolokiaHttp.list(value).stream()
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue())
        .toList();
  }

  private static <T> List<T> each(
      Map<String, Object> items, String name, Function<Map<String, Object>, T> one) {
    return JolokiaHttp.list(items.get(name)).stream().map(JolokiaHttp::object).map(one).toList();
  }

  static String text(Map<String, Object> items, String name) {
    return items.get(name) instanceof String text ? text : "";
  }

  static long number(Map<String, Object> items, String name) {
    return items.get(name) instanceof Number number ? number.longValue() : -1;
  }
}
