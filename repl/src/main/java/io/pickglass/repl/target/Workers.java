package io.pickglass.repl.target;

import io.pickglass.model.Worker;
import java.util.HashMap;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/** Workers as they come over a wire. What an older target does not tell cannot be known. */
final class Workers {
  private Workers() {}

  static Worker fromComposite(CompositeData data) {
    Map<String, Object> items = new HashMap<>();
    data.getCompositeType().keySet().forEach(item -> items.put(item, data.get(item)));
    return fromMap(items);
  }

  static Worker fromMap(Map<String, Object> items) {
    return new Worker(
        (int) number(items, "index"),
        text(items, "threadName"),
        number(items, "threadId"),
        text(items, "state"),
        text(items, "monitor"),
        text(items, "task"),
        number(items, "taskNanos"),
        number(items, "pollCount"),
        number(items, "busyNanos"),
        number(items, "parkCount"),
        number(items, "noopCountAtLeast"),
        number(items, "stealCount"),
        number(items, "localQueueDepth"),
        number(items, "cpuNanos"),
        number(items, "allocatedBytes"));
  }

  private static String text(Map<String, Object> items, String name) {
    return items.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<String, Object> items, String name) {
    return items.get(name) instanceof Number number ? number.longValue() : -1;
  }
}
