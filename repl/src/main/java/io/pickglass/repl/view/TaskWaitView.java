package io.pickglass.repl.view;

import io.pickglass.model.TaskWait;
import io.pickglass.model.Wait;
import java.util.ArrayList;
import java.util.List;

/** For what one task waits: in words, with its stack and that of who has it. */
public final class TaskWaitView {
  private TaskWaitView() {}

  /** The lines; none if nothing is known. */
  public static List<Line> lines(TaskWait wait, int width, Symbols symbols) {
    List<Line> lines = new ArrayList<>();
    Wait waiting = wait.waiting();
    if (waiting.resource().isEmpty() && wait.stack().isEmpty()) {
      return lines;
    }
    lines.add(Line.plain(""));
    header(lines, WaitText.sentence(waiting, symbols), width);
    plain(lines, WaitText.where(waiting.source(), waiting.location()), width);
    plain(lines, WaitText.attributes(waiting.attributes(), symbols), width);
    Frames.add(lines, wait.stack(), width, symbols);
    if (!waiting.holder().isEmpty()) {
      holder(lines, wait, width, symbols);
    }
    return lines;
  }

  private static void holder(List<Line> lines, TaskWait wait, int width, Symbols symbols) {
    Wait waiting = wait.waiting();
    header(
        lines,
        "%s, which has %s%s"
            .formatted(
                WaitText.who(waiting.holder(), waiting.holderName()),
                waiting.resource(),
                wait.holderStack().isEmpty() ? "" : ", is here"),
        width);
    if (wait.holderStack().isEmpty()) {
      String sentence = "its stack is not known: it may run, or have ended";
      Paragraph.of(sentence, "    ", width).forEach(line -> lines.add(Line.note(line)));
    }
    Frames.add(lines, wait.holderStack(), width, symbols);
  }

  private static void header(List<Line> lines, String text, int width) {
    Paragraph.of(TaskText.clean(text), "", width).forEach(line -> lines.add(Line.header(line)));
  }

  private static void plain(List<Line> lines, String text, int width) {
    if (!text.isEmpty()) {
      Paragraph.of(TaskText.clean(text), "  ", width).forEach(line -> lines.add(Line.plain(line)));
    }
  }
}
