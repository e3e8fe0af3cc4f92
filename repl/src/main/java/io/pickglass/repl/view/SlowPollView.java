package io.pickglass.repl.view;

import io.pickglass.model.SlowPoll;
import io.pickglass.model.SlowPollReport;
import io.pickglass.model.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The slowest and the last poll that were looked into while they ran. */
public final class SlowPollView {
  private static final int FRAMES = 8;

  private SlowPollView() {}

  /** The lines; none where no poll was looked into. */
  public static List<Line> lines(SlowPollReport report, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    SlowPoll last = report.last();
    SlowPoll slowest = report.slowest();
    if (last == null || slowest == null) {
      return lines;
    }
    lines.add(Line.plain(""));
    String polls =
        report.pollCount() == 1
            ? "one slow poll was looked into while it ran"
            : report.pollCount() + " slow polls were looked into while they ran";
    lines.add(Line.header(symbols.fit(polls, width)));
    boolean isSame = last.equals(slowest);
    add(lines, isSame && report.pollCount() == 1 ? "it" : "slowest", slowest, width, symbols);
    if (!isSame) {
      add(lines, "last", last, width, symbols);
    }
    return lines;
  }

  static void add(List<Line> lines, String which, SlowPoll poll, int width, Symbols symbols) {
    String what =
        "%s: %s or more, %s on %s, from %s"
            .formatted(
                which,
                Durations.detailed(poll.runningNanos(), symbols),
                task(poll),
                poll.threadName(),
                Instant.ofEpochMilli(poll.startedMillis()).truncatedTo(ChronoUnit.SECONDS));
    lines.add(Line.plain(symbols.fit(what, width)));
    Paragraph.of(verdict(poll), "  ", width).forEach(text -> lines.add(Line.note(text)));
    if (poll.frames().isEmpty()) {
      Paragraph.of("no stack: " + poll.noStackReason(), "  ", width)
          .forEach(text -> lines.add(Line.note(text)));
    }
    for (String frame : poll.frames().subList(0, Math.min(FRAMES, poll.frames().size()))) {
      lines.add(Line.plain(symbols.fit("    " + frame, width)));
    }
    int more = poll.frames().size() - FRAMES;
    if (more > 0) {
      lines.add(Line.note(symbols.fit("    and " + more + " more", width)));
    }
  }

  private static String task(SlowPoll poll) {
    String task = (poll.taskId() + " " + poll.taskName()).strip();
    return task.isEmpty() ? "a task" : task;
  }

  private static String verdict(SlowPoll poll) {
    String sentence = Verdict.ofText(poll.verdict()).sentence();
    return poll.cpuNanos() < 0 || poll.observedNanos() <= 0
        ? sentence
        : "%s (%d %% processor time)"
            .formatted(sentence, Math.round(100.0 * poll.cpuNanos() / poll.observedNanos()));
  }
}
