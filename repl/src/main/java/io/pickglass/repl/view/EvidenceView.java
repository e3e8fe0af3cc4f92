package io.pickglass.repl.view;

import io.pickglass.model.PinnedWait;
import io.pickglass.model.SlowPoll;
import io.pickglass.model.TaskEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a task beyond its numbers. */
public final class EvidenceView {
  private EvidenceView() {}

  /** The lines: its warnings, its stack, its slow polls and its pinned waits. */
  public static List<Line> lines(TaskEvidence evidence, int width, Symbols symbols) {
    return lines(evidence, List.of(), width, symbols);
  }

  /** The same of a task that waits: where it waits stands where else its stack does. */
  public static List<Line> lines(
      TaskEvidence evidence, List<Line> waiting, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    for (String warning : evidence.warnings()) {
      Paragraph.of("! " + TaskText.clean(warning), "", width)
          .forEach(text -> lines.add(Line.note(text)));
    }
    if (waiting.isEmpty() || !evidence.stack().frames().isEmpty()) {
      stack(lines, evidence, width, symbols);
    }
    lines.addAll(waiting);
    List<SlowPoll> polls = evidence.slowPolls();
    if (!polls.isEmpty()) {
      lines.add(Line.plain(""));
      lines.add(Line.header(symbols.fit("slow polls that were looked into while they ran", width)));
      polls.reversed().forEach(poll -> SlowPollView.add(lines, "a poll", poll, width, symbols));
    }
    for (PinnedWait wait : evidence.pinnedWaits()) {
      lines.add(Line.plain(""));
      String what =
          "pinned for %s on %s: %s, in %s"
              .formatted(
                  Durations.detailed(wait.durationNanos(), symbols),
                  wait.carrier(),
                  wait.reason(),
                  wait.operation());
      Paragraph.of(what, "", width).forEach(text -> lines.add(Line.header(text)));
      Frames.add(lines, wait.frames(), width, symbols);
    }
    return lines;
  }

  private static void stack(List<Line> lines, TaskEvidence evidence, int width, Symbols symbols) {
    lines.add(Line.plain(""));
    if (evidence.stack().frames().isEmpty()) {
      Paragraph.of("no stack: " + evidence.stack().noStackReason(), "", width)
          .forEach(text -> lines.add(Line.note(text)));
      return;
    }
    lines.add(Line.header(symbols.fit("runs now on " + evidence.stack().threadName(), width)));
    Frames.add(lines, evidence.stack().frames(), width, symbols);
  }

  /** The same for JSON. */
  public static Map<String, Object> json(TaskEvidence evidence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("warnings", evidence.warnings());
    json.put("stack", evidence.stack().frames());
    if (!evidence.stack().noStackReason().isEmpty()) {
      json.put("noStackReason", evidence.stack().noStackReason());
    }
    json.put("slowPolls", evidence.slowPolls().stream().map(SlowPollJson::of).toList());
    json.put("pinnedWaits", evidence.pinnedWaits().stream().map(EvidenceView::json).toList());
    return json;
  }

  private static Map<String, Object> json(PinnedWait wait) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("startedMillis", wait.startedMillis());
    json.put("durationNanos", wait.durationNanos());
    json.put("reason", wait.reason());
    json.put("operation", wait.operation());
    json.put("carrier", wait.carrier());
    json.put("frames", wait.frames());
    return json;
  }
}
