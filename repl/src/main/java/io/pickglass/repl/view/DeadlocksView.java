package io.pickglass.repl.view;

import io.pickglass.model.Deadlock;
import io.pickglass.model.ResourceList;
import io.pickglass.model.Wait;
import java.util.ArrayList;
import java.util.List;

/** Those who wait for each other in a circle, as a story. */
public final class DeadlocksView {
  private static final String INDENT = "  ";

  private DeadlocksView() {}

  /**
   * The lines.
   *
   * @param share how many wait, and how many of them were looked into
   */
  public static List<Line> lines(
      List<Deadlock> deadlocks, ResourceList share, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    if (deadlocks.isEmpty()) {
      note(lines, "nobody waits in a circle: " + ResourcesView.share(share), width);
    }
    for (Deadlock deadlock : deadlocks) {
      if (!lines.isEmpty()) {
        lines.add(Line.plain(""));
      }
      add(lines, deadlock, width, symbols);
    }
    return lines;
  }

  private static void add(List<Line> lines, Deadlock deadlock, int width, Symbols symbols) {
    String end =
        deadlock.endsByItself()
            ? "it ends by itself, as one of them waits for a limited time"
            : "it does not end by itself";
    String title = "deadlock of %d: %s".formatted(deadlock.members().size(), end);
    Paragraph.of(title, "", width).forEach(line -> lines.add(Line.header(line)));
    for (Deadlock.Member member : deadlock.members()) {
      Wait wait = member.waiting();
      Paragraph.of(WaitText.sentence(wait, symbols), "", width)
          .forEach(line -> lines.add(Line.header(line)));
      String where = WaitText.where(wait.source(), wait.location());
      if (!where.isEmpty()) {
        note(lines, INDENT, "in " + where, width);
      }
      if (member.stack().isEmpty()) {
        note(lines, INDENT, "its stack is not known", width);
      }
      Frames.add(lines, member.stack(), width, symbols);
    }
  }

  private static void note(List<Line> lines, String sentence, int width) {
    note(lines, "", sentence, width);
  }

  private static void note(List<Line> lines, String indent, String sentence, int width) {
    Paragraph.of(TaskText.clean(sentence), indent, width)
        .forEach(line -> lines.add(Line.note(line)));
  }
}
