package io.pickglass.repl.view;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last and the slowest poll that were looked into, for JSON; nothing where there is none. */
public final class SlowPollJson {
  private SlowPollJson() {}

  /** What to add to the numbers of the monitor. */
  public static Map<String, Object> of(SlowPollReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (report.last() != null && report.slowest() != null) {
      json.put("lookedIntoCount", report.pollCount());
      json.put("slowestPoll", of(report.slowest()));
      json.put("lastSlowPoll", of(report.last()));
    }
    return json;
  }

  static Map<String, Object> of(SlowPoll poll) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("taskId", poll.taskId());
    json.put("taskName", poll.taskName());
    json.put("threadName", poll.threadName());
    json.put("startedMillis", poll.startedMillis());
    json.put("runningNanos", poll.runningNanos());
    if (poll.cpuNanos() >= 0) {
      json.put("cpuNanos", poll.cpuNanos());
      json.put("observedNanos", poll.observedNanos());
    }
    json.put("verdict", poll.verdict());
    json.put("frames", poll.frames());
    return json;
  }
}
