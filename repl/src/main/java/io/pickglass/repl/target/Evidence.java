package io.pickglass.repl.target;

import io.pickglass.model.PinnedWait;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.TaskEvidence;
import io.pickglass.model.TaskStack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a task beyond its numbers, as it comes over a wire. */
final class Evidence {
  private Evidence() {}

  static TaskEvidence of(Map<String, Object> items) {
    return new TaskEvidence(
        stack(JolokiaHttp.object(items.get("stack"))),
        JolokiaHttp.list(items.get("slowPolls")).stream()
            .map(each -> slowPoll(JolokiaHttp.object(each)))
            .toList(),
        JolokiaHttp.list(items.get("pinnedWaits")).stream()
            .map(each -> pinnedWait(JolokiaHttp.object(each)))
            .toList(),
        texts(items.get("warnings")));
  }

  private static TaskStack stack(Map<String, Object> items) {
    return new TaskStack(
        Tasks.text(items, "id"),
        Tasks.text(items, "threadName"),
        texts(items.get("frames")),
        Tasks.text(items, "noStackReason"));
  }

  private static SlowPoll slowPoll(Map<String, Object> items) {
    return new SlowPoll(
        Tasks.text(items, "monitor"),
        Tasks.text(items, "taskId"),
        Tasks.text(items, "taskName"),
        Tasks.text(items, "threadName"),
        Tasks.number(items, "startedMillis"),
        Tasks.number(items, "runningNanos"),
        Tasks.number(items, "cpuNanos"),
        Tasks.number(items, "observedNanos"),
        Tasks.text(items, "verdict"),
        texts(items.get("frames")),
        Tasks.text(items, "noStackReason"));
  }

  private static PinnedWait pinnedWait(Map<String, Object> items) {
    return new PinnedWait(
        Tasks.text(items, "taskId"),
        Tasks.text(items, "taskName"),
        Tasks.text(items, "monitor"),
        Tasks.number(items, "startedMillis"),
        Tasks.number(items, "durationNanos"),
        Tasks.text(items, "reason"),
        Tasks.text(items, "operation"),
        Tasks.text(items, "carrier"),
        texts(items.get("frames")));
  }

  static List<String> texts(@Nullable Object value) {
    return JolokiaHttp.list(value).stream().map(String::valueOf).toList();
  }
}
