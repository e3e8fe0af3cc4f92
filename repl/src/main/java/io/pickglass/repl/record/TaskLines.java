package io.pickglass.repl.record;

import io.pickglass.model.TaskList;
import io.pickglass.model.TaskRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Lists of tasks in few letters: what is not known of a task is left out. */
final class TaskLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TaskLines() {}

  /** Two lists as one, in the shape in which targets answer. */
  static Map<String, Object> of(TaskList live, TaskList ended) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Stream.concat(live.rows().stream(), ended.rows().stream()).forEach(row -> rows.add(of(row)));
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("query", "");
    list.put("atMillis", live.atMillis());
    list.put("liveCount", live.liveCount());
    list.put("endedCount", live.endedCount());
    list.put("unlistedCount", live.unlistedCount());
    list.put("matchedCount", live.matchedCount() + ended.matchedCount());
    list.put("runningCount", live.runningCount());
    list.put("scheduledCount", live.scheduledCount());
    list.put("idleCount", live.idleCount());
    list.put("offset", 0);
    list.put("rows", rows);
    return list;
  }

  private static Map<String, Object> of(TaskRow row) {
    Map<String, Object> items = new LinkedHashMap<>();
    MAPPER
        .convertValue(row, Map.class)
        .forEach((name, value) -> {
          boolean known =
              switch (value) {
                case String text -> !text.isEmpty();
                case Number number -> number.longValue() != -1;
                case List<?> list -> !list.isEmpty();
                case null, default -> value != null;
              };
          if (known) {
            items.put(String.valueOf(name), value);
          }
        });
    return items;
  }
}
