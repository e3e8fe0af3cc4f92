package io.pickglass.repl.record;

import io.pickglass.model.SlowPollReport;
import io.pickglass.model.TaskList;
import io.pickglass.repl.recording.IntervalLine;
import io.pickglass.repl.recording.LineType;
import io.pickglass.repl.recording.RecordingWriter;
import io.pickglass.repl.series.Names;
import io.pickglass.repl.series.Subject;
import io.pickglass.repl.target.Info;
import io.pickglass.repl.target.Target;
import io.pickglass.repl.target.TargetException;
import io.pickglass.repl.target.TargetException.Kind;
import io.pickglass.repl.target.WarningsAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at all of a target that is no interval. What it does not tell is left out. */
final class Looks {
  private static final int PAST_WARNINGS = 100;
  private static final int STACKS = 10;

  private final RecordingWriter writer;
  private final int tasks;
  private final Map<String, Object> lastInfo = new HashMap<>();
  private final Map<String, Object> lastByName = new HashMap<>();
  private Names names = Names.NONE;
  private long ahead;
  private long count;
  private boolean isLost;

  Looks(RecordingWriter writer, int tasks) {
    this.writer = writer;
    this.tasks = tasks;
  }

  Names names() {
    return names;
  }

  long count() {
    return count;
  }

  /** The time by the target's clock, as far as it is known. */
  long now() {
    return System.currentTimeMillis() + ahead;
  }

  /** Looks at it, and gives when the target was started. */
  String look(Target target) {
    isLost = false;
    Info info = target.describe();
    names = info.names();
    optional(() -> {
      Map<String, Object> list = tasks(target);
      tell(target, info);
      writer.add(LineType.TASKS, now(), Map.of("answer", list));
    });
    tell(target, info); // also of a target that lists no tasks
    for (Subject subject : Subject.values()) {
      List<String> all = names.of(subject);
      optional(() ->
          target
              .cumulative(subject, all)
              .forEach(one -> writer.add(LineType.CUMULATIVE, now(), IntervalLine.toMap(one))));
    }
    optional(() -> warnings(target));
    names.runtimes().forEach(runtime -> optional(() -> workers(target, runtime)));
    names.monitors().forEach(monitor -> optional(() -> slowPolls(target, monitor)));
    count++;
    return info.startTime();
  }

  /** Notes once that it does not answer. */
  void lost(String why) {
    if (!isLost) {
      writer.add(LineType.LOST, now(), Map.of("reason", why));
      writer.flush();
      isLost = true;
    }
  }

  /** Those that have lived longest, first of those that still live. */
  private Map<String, Object> tasks(Target target) {
    TaskList live = target.tasks("where state = live sort total desc limit " + tasks);
    ahead = live.atMillis() - System.currentTimeMillis();
    int room = tasks - live.rows().size();
    TaskList ended = target.tasks("where state = ended sort total desc limit " + room);
    return TaskLines.of(live, ended);
  }

  private void tell(Target target, Info info) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("version", info.version());
    items.put("protocol", info.protocolVersion());
    items.put("trackingMode", info.trackingMode());
    items.put("reason", info.reason());
    items.put("agentOptions", info.agentOptions());
    items.put("startTime", info.startTime());
    items.put("intervalMillis", info.intervalMillis());
    items.put("enabled", info.switches().all());
    items.put("disabledMonitors", info.switches().offAmong(info.monitors()));
    items.put("monitors", info.names().monitors());
    items.put("runtimes", info.names().runtimes());
    optional(() -> items.put("kinds", target.kinds().byRuntime()));
    if (!items.equals(lastInfo)) {
      lastInfo.clear();
      lastInfo.putAll(items);
      writer.add(LineType.INFO, now(), items);
    }
  }

  private void warnings(Target target) {
    WarningsAnswer answer = target.warnings();
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("active", answer.active());
    items.put("rules", answer.rules());
    items.put("past", target.pastWarnings(PAST_WARNINGS));
    addIfNew(LineType.WARNINGS, "", items);
  }

  private void workers(Target target, String runtime) {
    Map<String, Object> items = named(Subject.RUNTIME, runtime);
    items.put("workers", target.workers(runtime));
    writer.add(LineType.WORKERS, now(), items);
  }

  private void slowPolls(Target target, String monitor) {
    SlowPollReport report = target.slowPolls(monitor, STACKS);
    if (report.pollCount() > 0) {
      Map<String, Object> items = named(Subject.MONITOR, monitor);
      items.put("answer", report);
      addIfNew(LineType.SLOW_POLLS, monitor, items);
    }
  }

  private void addIfNew(LineType type, String name, Map<String, Object> items) {
    if (!items.equals(lastByName.put(type + name, items))) {
      writer.add(type, now(), items);
    }
  }

  private static Map<String, Object> named(Subject subject, String name) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("of", subject.word());
    items.put("name", name);
    return items;
  }

  /** What this target does not tell, or what has gone just now, is not recorded. */
  private static void optional(Runnable question) {
    try {
      question.run();
    } catch (TargetException e) {
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.NO_PICKGLASS) {
        throw e;
      }
    }
  }
}
