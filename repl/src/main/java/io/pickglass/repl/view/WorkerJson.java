package io.pickglass.repl.view;

import io.pickglass.model.Worker;
import io.pickglass.repl.series.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A worker as a map for JSON; what cannot be known is left out, and so is the task of none. */
public final class WorkerJson {
  private WorkerJson() {}

  /** All that is known of it. */
  public static Map<String, Object> of(String runtime, Worker worker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(Subject.RUNTIME.word(), runtime);
    json.put("index", worker.index());
    json.put("threadName", worker.threadName());
    json.put("threadId", worker.threadId());
    json.put("state", worker.state());
    if (!worker.monitor().isEmpty()) {
      json.put("monitor", worker.monitor());
      json.put("task", worker.task());
      json.put("taskNanos", worker.taskNanos());
    }
    putKnown(json, "pollCount", worker.pollCount());
    putKnown(json, "busyNanos", worker.busyNanos());
    putKnown(json, "parkCount", worker.parkCount());
    putKnown(json, "noopCountAtLeast", worker.noopCountAtLeast());
    putKnown(json, "stealCount", worker.stealCount());
    putKnown(json, "localQueueDepth", worker.localQueueDepth());
    putKnown(json, "cpuNanos", worker.cpuNanos());
    putKnown(json, "allocatedBytes", worker.allocatedBytes());
    return json;
  }

  private static void putKnown(Map<String, Object> json, String name, long value) {
    if (value >= 0) {
      json.put(name, value);
    }
  }
}
